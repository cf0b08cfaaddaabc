import { ABSENT, formatDuration, formatNumber } from "#lib/format.ts";

/** Time on a page: "53.2 s" below a minute, from there on "1 min 30 s". */
export function formatDwell(ms: number | null): string {
  if (ms === null) return ABSENT;
  return ms < 59_950 ? `${formatNumber(ms / 1000, 1)} s` : formatDuration(ms);
}
