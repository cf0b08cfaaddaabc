import { accountNames, accountOf, type Candidate } from "#lib/alerts/candidate.ts";
import type { Match } from "#lib/alerts/match.ts";

/** A match and whose it is. */
export interface Found {
  candidate: Candidate;
  match: Match;
}

export interface Decided extends Found {
  account: string;
  state: "fired" | "cooldown";
}

/**
 * Decides which matches fire: in the order of time, none of an account within the cooldown of another
 * that fired, before or after it. `history` holds the times (ms) at which accounts fired already, and
 * is added to. Times are those of what happened, not of the evaluation, so that late news changes
 * nothing and a preview says the same.
 */
export function decide(
  found: readonly Found[],
  cooldownMinutes: number,
  history: Map<string, number[]> = new Map(),
): Decided[] {
  const cooldownMs = cooldownMinutes * 60_000;
  const ordered = [...found].sort(
    (a, b) =>
      a.match.at - b.match.at || ((a.match.keys[0] ?? "") < (b.match.keys[0] ?? "") ? -1 : 1),
  );
  return ordered.map((one) => {
    const { candidate, match } = one;
    const account = accountOf(candidate);
    const times = accountNames(candidate).flatMap((name) => history.get(name) ?? []);
    const isCooling = times.some((time) => Math.abs(time - match.at) < cooldownMs);
    if (!isCooling) history.set(account, [...(history.get(account) ?? []), match.at]);
    return { ...one, account, state: isCooling ? "cooldown" : "fired" };
  });
}
