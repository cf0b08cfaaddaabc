/** One entry of a finalized session's event list, in time order. `at` in ms since the epoch. */
export interface Signal {
  signal: string;
  at: number;
  url: string;
  title: string | null;
  referrer: string | null;
  outlink: string | null;
  version: string | null;
  props: Record<string, unknown> | null;
}

/**
 * Time on page per signal, in ms: from a page view to the next one of the session, for the last one to
 * `lastActivity` (null where that is unknown). Never negative; null for what is not a page view.
 * `signals` are in time order.
 */
export function dwellTimes(
  signals: readonly { signal: string; at: number }[],
  lastActivity: number | null,
): (number | null)[] {
  const dwell: (number | null)[] = signals.map(() => null);
  let end = lastActivity;
  for (let i = signals.length - 1; i >= 0; i--) {
    const one = signals[i];
    if (one?.signal !== "pageview") continue;
    dwell[i] = end === null ? null : Math.max(0, end - one.at);
    end = one.at;
  }
  return dwell;
}
