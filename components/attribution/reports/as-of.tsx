import type { Freshness } from "#lib/attribution/kept/kept-report.ts";
import { formatInstant } from "#lib/format.ts";

interface Props {
  shown: Freshness;
  timezone: string;
}

/** Says of when the numbers are, where events came in since that are not in them yet. */
export function AsOf({ shown, timezone }: Props) {
  if (shown.asOf === null) return null;
  return (
    <p role="status" className="text-ink-muted text-sm">
      {`As of ${formatInstant(shown.asOf, timezone)}. What came in since is being added up.`}
    </p>
  );
}
