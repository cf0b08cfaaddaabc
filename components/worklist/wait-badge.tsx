import { Clock } from "lucide-react";
import { Badge } from "#components/ui/badge.tsx";
import { useZone } from "#components/ui/viewer-zone.tsx";
import { formatDuration, formatInstant } from "#lib/format.ts";

export type WaitBadgeProps = {
  /** When what nobody has attended to yet began; null when nothing waits. */
  unhandledAt: string | null;
  /** When the page was read. */
  at: string;
  slaHours: number;
};

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** How long an account's visit has waited for somebody, coloured as it gets late. */
export function WaitBadge({ unhandledAt, at, slaHours }: WaitBadgeProps) {
  const zone = useZone();
  if (unhandledAt === null) return null;
  const waited = Math.max(Date.parse(at) - Date.parse(unhandledAt), 0);
  const share = waited / (slaHours * HOUR_MS);
  const isLate = share > 1;
  return (
    <Badge
      tone={isLate ? "danger" : share > 0.75 ? "warning" : "neutral"}
      icon={<Clock aria-hidden="true" />}
      title={`Waiting since ${formatInstant(unhandledAt, zone)}; late after ${slaHours} h`}
    >
      <span className="sr-only">{isLate ? "Late: waiting " : "Waiting "}</span>
      {waitWords(waited)}
    </Badge>
  );
}

/** Minutes in the first hour, then hours, after three days days: nobody needs them finer. */
function waitWords(waited: number): string {
  if (waited < 60_000) return "now";
  const unit = waited < HOUR_MS ? 60_000 : waited < 3 * DAY_MS ? HOUR_MS : DAY_MS;
  return formatDuration(Math.floor(waited / unit) * unit);
}
