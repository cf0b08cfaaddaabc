import type { ReportControlsProps } from "#components/attribution/report-controls.tsx";
import { GOAL_NAMES, goalWords, MODEL_EXPLANATION } from "#components/attribution/words.ts";
import { DIMENSION_NAMES, DIMENSIONS } from "#lib/attribution/dimensions.ts";
import type { GoalRule } from "#lib/attribution/goals/goal-rule.ts";
import { pageGoal } from "#lib/attribution/goals/page-goals.ts";
import { MODEL_NAMES, MODELS } from "#lib/attribution/models.ts";
import { localDate } from "#lib/attribution/period.ts";
import type { AttributionQuery } from "#lib/attribution/search-params.ts";
import { now } from "#lib/clock.ts";
import { daysWords, periodPresets, periodWords } from "./periods.ts";

const LOOKBACKS = [7, 14, 30, 60, 90, 180, 365];

/** The controls of a query: what is chosen, and what else can be. */
export function reportControls(
  query: AttributionQuery,
  rules: readonly GoalRule[],
): ReportControlsProps {
  const { goal, model, dimension, from, to, timezone, lookbackDays } = query;
  // A link may carry a goal or a lookback that isn't offered: it is what the numbers are of.
  const ruleNames = new Map(rules.map(({ id, name }) => [pageGoal(id), name]));
  const goals = [...new Set([...GOAL_NAMES, ...ruleNames.keys(), goal])];
  const lookbacks = [...new Set([...LOOKBACKS, lookbackDays])].sort((a, b) => a - b);
  return {
    goal,
    goals: goals.map((value) => ({ value, label: ruleNames.get(value) ?? goalWords(value) })),
    model,
    models: MODEL_NAMES.map((value) => ({ value, label: MODELS[value].label })),
    dimension,
    dimensions: DIMENSION_NAMES.map((value) => ({ value, label: DIMENSIONS[value].label })),
    lookback: String(lookbackDays),
    lookbacks: lookbacks.map((days) => ({ value: String(days), label: daysWords(days) })),
    period: {
      from,
      to,
      words: periodWords(from, to),
      presets: periodPresets(localDate(now(), timezone)),
      timezone,
    },
    explanation: MODEL_EXPLANATION[model],
  };
}
