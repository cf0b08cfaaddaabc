import { Monitor, Smartphone, Tablet } from "lucide-react";
import type { ReactNode } from "react";
import { Card } from "#components/ui/card.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import { formatNumber } from "#lib/format.ts";

export interface DeviceItem {
  vid: string;
  label: string | null;
  kind: "desktop" | "mobile" | "tablet";
  place: string | null;
  sessions: number;
  lastSeenAt: string;
  /** What can be done about it. */
  action?: ReactNode;
}

const ICONS = { desktop: Monitor, mobile: Smartphone, tablet: Tablet } as const;

type DevicesCardProps = {
  devices: readonly DeviceItem[];
  /** True when there are older sessions than those that were looked at. */
  isPartial: boolean;
};

/** The browsers that a visitor was seen on. */
export function DevicesCard({ devices, isPartial }: DevicesCardProps) {
  return (
    <Card title="Devices" description={isPartial ? "In the latest sessions" : undefined}>
      {devices.length === 0 && <p className="text-ink-muted">No session has arrived yet.</p>}
      <ul className="flex flex-col gap-3">
        {devices.map(({ vid, label, kind, place, sessions, lastSeenAt, action }) => {
          const Icon = ICONS[kind];
          return (
            <li key={vid} className="flex items-start gap-3">
              <Icon aria-hidden="true" className="mt-0.5 size-4 shrink-0 text-ink-muted" />
              <div className="min-w-0 flex-1">
                <div className="truncate text-ink">{label ?? "Unknown browser"}</div>
                <div className="text-ink-muted text-xs leading-5">
                  {[place, `${formatNumber(sessions)} ${sessions === 1 ? "session" : "sessions"}`]
                    .filter(Boolean)
                    .join(" · ")}
                </div>
              </div>
              <RelativeTime
                value={lastSeenAt}
                className="shrink-0 text-ink-muted text-xs leading-5"
              />
              {action && <span className="-my-1 shrink-0">{action}</span>}
            </li>
          );
        })}
      </ul>
    </Card>
  );
}
