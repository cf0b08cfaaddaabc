const DAY_MS = 86_400_000;
/** Ranks are whole numbers: millionths of a doubling. */
const UNIT = 1_000_000;

/** The rank of somebody who has done nothing that gives points. Below every other. */
export const NO_RANK = -9_000_000_000_000_000;

/** Origin of ranks by the rules that Foyer comes with: 2026-01-01. */
export const DEFAULT_ORIGIN_MS = 1_767_225_600_000;

/** How ranks of one rule set turn into scores at a time. */
export interface RankScale {
  halfLifeMs: number;
  originMs: number;
}

/** Points and when they were earned, in ms since the epoch. */
export interface Earned {
  at: number;
  points: number;
}

export function halfLifeMsOf(days: number): number {
  return Math.round(days * DAY_MS);
}

/**
 * The rank of what was earned: log2(fit / midpoint · Σ points · 2^((at − origin) / halfLife)) in millionths. All
 * scores halve in the same time, so their order, which is that of the ranks, stays as it is. The sum is
 * taken relative to the latest time, and in the order of time, so equal sets give equal ranks.
 */
export function rankOf(
  earned: readonly Earned[],
  fit: number,
  midpoint: number,
  { halfLifeMs, originMs }: RankScale,
): number {
  const latest = latestOf(earned);
  if (latest === null) return NO_RANK;
  const weight = fadedPoints(earned, latest, halfLifeMs);
  if (weight <= 0) return NO_RANK;
  const doublings = Math.log2((fit * weight) / midpoint) + (latest - originMs) / halfLifeMs;
  return Math.round(doublings * UNIT);
}

/** Σ points · 2^((at − time) / halfLife). */
export function fadedPoints(earned: readonly Earned[], time: number, halfLifeMs: number): number {
  return [...earned]
    .sort((a, b) => a.at - b.at || a.points - b.points)
    .reduce((sum, { at, points }) => sum + points * 2 ** ((at - time) / halfLifeMs), 0);
}

function latestOf(earned: readonly Earned[]): number | null {
  return earned.reduce<number | null>(
    (latest, { at }) => (latest === null || at > latest ? at : latest),
    null,
  );
}

/** What is taken off every rank at a time. Integers, so that SQL says exactly the same (score-sql.ts). */
export function rankOffset({ halfLifeMs, originMs }: RankScale, at: number): number {
  return Number((BigInt(Math.trunc(at) - originMs) * BigInt(UNIT)) / BigInt(halfLifeMs));
}

// The least margin that is shown as 1, 2, … 100: where 100 · x / (x + 1) rounds to it, x = 2^margin.
const THRESHOLDS: readonly number[] = Array.from({ length: 100 }, (_, i) =>
  Math.ceil(UNIT * Math.log2((i + 0.5) / (99.5 - i))),
);

/** The score, 0 to 100, of a margin (a rank less the offset): 100 · 2^margin / (2^margin + 1), rounded. */
export function scoreOfMargin(margin: number): number {
  let low = 0;
  let high = THRESHOLDS.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((THRESHOLDS[middle] ?? 0) <= margin) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The least margin with a score of at least `score`, above 0; null when no score is that high. */
export function leastMargin(score: number): number | null {
  return THRESHOLDS[Math.ceil(score) - 1] ?? null;
}

/** The score that a rank shows at a time. */
export function scoreAt(rank: number, scale: RankScale, at: number): number {
  return scoreOfMargin(rank - rankOffset(scale, at));
}

/**
 * The origin of the rule set that takes over at `at`: the ranks of both then show the same score at that
 * moment, so that lists stay in order while visitors are computed anew.
 */
export function originAfter(before: RankScale, halfLifeMs: number, at: number): number {
  return Math.round(at - (halfLifeMs * (at - before.originMs)) / before.halfLifeMs);
}
