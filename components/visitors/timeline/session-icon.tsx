import { Monitor, Smartphone, Tablet } from "lucide-react";

export type DeviceKind = "desktop" | "mobile" | "tablet";

const ICONS = { desktop: Monitor, mobile: Smartphone, tablet: Tablet } as const;

export function SessionIcon({ kind, className }: { kind: DeviceKind; className?: string }) {
  const Icon = ICONS[kind];
  return <Icon aria-hidden="true" className={className} />;
}
