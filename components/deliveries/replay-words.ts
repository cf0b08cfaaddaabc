import { formatNumber } from "#lib/format.ts";

/** What happened after a replay of so many deliveries. */
export function replayWords(count: number): string {
  if (count === 1) return "The delivery is on its way again";
  return `${formatNumber(count)} deliveries are on their way again`;
}
