import {
  CircleCheck,
  CircleHelp,
  CircleX,
  type LucideIcon,
  ShieldCheck,
  TriangleAlert,
} from "lucide-react";

const ICONS: Readonly<Record<string, LucideIcon>> = {
  valid: CircleCheck,
  valid_catch_all: ShieldCheck,
  catch_all: TriangleAlert,
  invalid: CircleX,
};

type ValidityIconProps = { validity: string | null; className?: string };

/** Each result has a shape of its own, so that it does not speak by colour alone. */
export function ValidityIcon({ validity, className }: ValidityIconProps) {
  const Icon = ICONS[validity ?? ""] ?? CircleHelp;
  return <Icon aria-hidden="true" className={className} />;
}
