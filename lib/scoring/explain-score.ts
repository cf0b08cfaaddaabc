import { z } from "zod";
import { formatNumber, formatRelative } from "#lib/format.ts";
import type { RuleSet } from "#lib/scoring/active-rules.ts";
import { fitFactors } from "#lib/scoring/fit.ts";
import { type IntentPart, intentParts } from "#lib/scoring/intent.ts";
import type { ScoreTraits } from "#lib/scoring/load-traits.ts";
import {
  outcomeParts,
  outcomeWeight,
  weighEarned,
  whyWeighed,
} from "#lib/scoring/outcome-effect.ts";
import { type Earned, fadedPoints } from "#lib/scoring/score-rank.ts";

export const SCORE_KINDS = ["intent", "fit", "outcome", "recency"] as const;

/** One reason of a score. */
export const scorePart = z.object({
  kind: z.enum(SCORE_KINDS),
  name: z.string(),
  points: z.int(),
  why: z.string(),
});

/** A score and the points that it is made of: they add up to it exactly. */
export const visitorScore = z.object({
  total: z.int().meta({ description: "0 to 100" }),
  parts: z.array(scorePart),
});

export type ScorePart = z.output<typeof scorePart>;
export type VisitorScore = z.output<typeof visitorScore>;

interface Step extends Omit<ScorePart, "points"> {
  exact: number;
}

/**
 * Where each point of a score comes from. One walks from nothing to the score: first what was earned, as if
 * it were all of today and everybody fitted alike (shared in proportion to the points), then one factor of
 * the fit after the other, then what the latest outcome makes of it, then what time took away. Each step is the difference that it makes; they are
 * rounded so that they sum to `total`, by the largest remainder.
 */
export function explainScore(
  set: RuleSet,
  traits: ScoreTraits,
  total: number,
  at: number,
): VisitorScore {
  const { rules } = set;
  const done = intentParts(rules.intent, traits);
  const came = outcomeParts(rules.outcomes, traits);
  const parts = [...done, ...came];
  const points = sumOf(parts.flatMap((part) => part.earned));
  // Somebody who was not scored yet, or did nothing that counts.
  if (points === 0) return { total, parts: [] };
  const shown = (weight: number) => (100 * weight) / (weight + rules.midpoint);

  const steps: Step[] = parts.map((part) => ({
    kind: "status" in part ? "outcome" : "intent",
    name: part.name,
    exact: (shown(points) * sumOf(part.earned)) / points,
    why: whyOf(part, at),
  }));
  let fit = 1;
  for (const { name, factor, why } of fitFactors(rules.fit, traits)) {
    const before = shown(points * fit);
    fit *= factor;
    steps.push({ kind: "fit", name, exact: shown(points * fit) - before, why });
  }
  const weight = outcomeWeight(rules.outcomes, traits);
  const earned = weighEarned(weight, parts);
  const weighed = sumOf(earned);
  if (weight) {
    const exact = shown(weighed * fit) - shown(points * fit);
    steps.push({ kind: "outcome", name: weight.name, exact, why: whyWeighed(weight, at) });
  }
  if (weighed > 0) {
    const faded = fadedPoints(earned, at, set.halfLifeMs);
    steps.push({
      kind: "recency",
      name: "Recency",
      exact: shown(faded * fit) - shown(weighed * fit),
      why: whyRecent(faded / weighed, rules.halfLifeDays),
    });
  }
  return { total, parts: rounded(steps, total) };
}

function sumOf(earned: readonly Earned[]): number {
  return earned.reduce((sum, { points }) => sum + points, 0);
}

function whyOf({ what, earned }: IntentPart, at: number): string {
  const latest = earned.reduce((max, one) => Math.max(max, one.at), Number.NEGATIVE_INFINITY);
  return `${what}, ${earned.length > 1 ? "last " : ""}${formatRelative(latest, at)}`;
}

function whyRecent(share: number, halfLifeDays: number): string {
  const rule = `Half is left after ${formatNumber(halfLifeDays)} ${halfLifeDays === 1 ? "day" : "days"}`;
  const age = -halfLifeDays * Math.log2(share);
  if (age < 0.5) return `${rule}; this is of today`;
  const days = Math.round(age);
  return `${rule}; on the whole this is ${formatNumber(days)} ${days === 1 ? "day" : "days"} old`;
}

/** Whole points that sum to `total`: rounded down, and the rest to those that lost most by it. */
function rounded(steps: readonly Step[], total: number): ScorePart[] {
  const parts = steps.map(({ exact, ...part }) => ({ ...part, points: Math.floor(exact) }));
  const losses = steps.map(({ exact }, place) => ({ place, loss: exact - Math.floor(exact) }));
  losses.sort((a, b) => b.loss - a.loss || a.place - b.place);
  let rest = total - parts.reduce((sum, { points }) => sum + points, 0);
  for (const { place } of losses) {
    const part = parts[place];
    if (!part || rest <= 0) break;
    part.points += 1;
    rest -= 1;
  }
  // Only while rules change: the stored score is by the old ones until its turn comes.
  const last = parts.at(-1);
  if (last) last.points += rest;
  return parts;
}
