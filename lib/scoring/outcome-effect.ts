import { formatRelative } from "#lib/format.ts";
import type { IntentPart } from "#lib/scoring/intent.ts";
import type { Earned } from "#lib/scoring/score-rank.ts";
import type { ScoreRules } from "#lib/scoring/score-rules.ts";
import type { OutcomeStatus } from "#lib/worklist/account.ts";

/** What came of a visitor's account, or of the visitor: the latest of each status, in ms. */
export interface OutcomeTraits {
  outcomes: readonly { status: OutcomeStatus; at: number }[];
}

/** Points that a recorded outcome gives. */
export interface OutcomePart extends IntentPart {
  status: OutcomeStatus;
}

type OutcomeRules = ScoreRules["outcomes"];

const LABELS: Readonly<Record<OutcomeStatus, string>> = {
  meeting: "Meeting",
  opportunity: "Opportunity",
  won: "Won",
  lost: "Lost",
  not_a_fit: "Not a fit",
};

/** The outcomes that give points, each at the time it was recorded. */
export function outcomeParts(rules: OutcomeRules, { outcomes }: OutcomeTraits): OutcomePart[] {
  return outcomes
    .filter(({ status }) => rules[status].points > 0)
    .map(({ status, at }) => ({
      status,
      name: `${LABELS[status]} recorded`,
      what: "An outcome of the account",
      earned: [{ at, points: rules[status].points }],
    }));
}

/** How the latest outcome weighs everything else; null when it changes nothing. */
export interface OutcomeWeight {
  status: OutcomeStatus;
  name: string;
  at: number;
  earlier: number;
  later: number;
}

/** The weight that the latest outcome gives to what was done before it and to what is done since. */
export function outcomeWeight(
  rules: OutcomeRules,
  { outcomes }: OutcomeTraits,
): OutcomeWeight | null {
  const [last] = outcomes.toSorted((a, b) => b.at - a.at || (a.status < b.status ? -1 : 1));
  if (!last) return null;
  const { earlier, later } = rules[last.status];
  if (earlier === 1 && later === 1) return null;
  return { status: last.status, name: LABELS[last.status], at: last.at, earlier, later };
}

/** What was earned, weighed by the latest outcome; its own points count in full. */
export function weighEarned(
  weight: OutcomeWeight | null,
  parts: readonly (IntentPart | OutcomePart)[],
): Earned[] {
  return parts.flatMap((part) => {
    if (!weight || ("status" in part && part.status === weight.status)) return part.earned;
    return part.earned.map(({ at, points }) => ({
      at,
      points: points * (at <= weight.at ? weight.earlier : weight.later),
    }));
  });
}

/** In words, what the latest outcome does. */
export function whyWeighed({ at, earlier, later }: OutcomeWeight, now: number): string {
  const recorded = `Recorded ${formatRelative(at, now)}`;
  if (earlier === later) return `${recorded}: everything counts × ${earlier}`;
  const since = later === 1 ? "in full" : `× ${later}`;
  return `${recorded}: what was done before counts × ${earlier}, what is done since ${since}`;
}
