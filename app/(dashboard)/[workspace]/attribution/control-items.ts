import type { ComparisonControlProps } from "#components/attribution/comparison-control.tsx";
import type { ReportControlsProps } from "#components/attribution/report-controls.tsx";
import { GOAL_NAMES, goalWords, MODEL_EXPLANATION } from "#components/attribution/words.ts";
import { type ComparisonParams, comparedDates } from "#lib/attribution/comparison.ts";
import { DIMENSION_NAMES, DIMENSIONS } from "#lib/attribution/dimensions.ts";
import type { GoalRule } from "#lib/attribution/goals/goal-rule.ts";
import { listGoalRules } from "#lib/attribution/goals/goal-rules.ts";
import { pageGoal } from "#lib/attribution/goals/page-goals.ts";
import { MODEL_NAMES, MODELS } from "#lib/attribution/models.ts";
import { localDate } from "#lib/attribution/period.ts";
import type { AttributionQuery } from "#lib/attribution/search-params.ts";
import { listVisitorCountries } from "#lib/attribution/visitor-countries.ts";
import { now } from "#lib/clock.ts";
import { daysWords, periodPresets, periodWords } from "./periods.ts";

const LOOKBACKS = [7, 14, 30, 60, 90, 180, 365];

type OwnControls = Omit<ReportControlsProps, "comparison" | "countries">;

/** The controls of a query: what is chosen, and what else can be. */
export function reportControls(query: AttributionQuery, rules: readonly GoalRule[]): OwnControls {
  const { goal, model, dimension, secondDimension = "", from, to, timezone, lookbackDays } = query;
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
    second: secondDimension,
    seconds: [
      { value: "", label: "None" },
      ...DIMENSION_NAMES.filter((name) => name !== dimension).map((value) => ({
        value,
        label: DIMENSIONS[value].label,
      })),
    ],
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

/** What the query is compared with, and what else could be. */
function comparisonControl(
  query: AttributionQuery,
  params: ComparisonParams,
): ComparisonControlProps {
  const dates = comparedDates(query, params);
  const own = dates ?? comparedDates(query, { compare: "previous" }) ?? query;
  return {
    value: params.compare ?? null,
    from: own.from,
    to: own.to,
    words: dates ? periodWords(dates.from, dates.to) : "",
  };
}

/** The countries to choose from; a link may carry one that nobody is in. */
function countriesOf({ country }: AttributionQuery, known: readonly string[]): string[] {
  const asked = country === undefined || country === "unknown" ? [] : [country];
  return [...new Set([...known, ...asked])];
}

/** All controls of the page of credit. */
export async function creditControls(
  workspaceId: string,
  query: AttributionQuery,
  compare: ComparisonParams,
  isModels: boolean,
): Promise<ReportControlsProps> {
  const [rules, countries] = await Promise.all([
    listGoalRules(workspaceId),
    listVisitorCountries(workspaceId),
  ]);
  return {
    ...reportControls(query, rules),
    comparison: isModels ? null : comparisonControl(query, compare),
    countries: countriesOf(query, countries),
  };
}
