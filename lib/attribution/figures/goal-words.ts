import { listGoalRules } from "#lib/attribution/goals/goal-rules.ts";
import { pageGoal } from "#lib/attribution/goals/page-goals.ts";
import type { FunnelStep } from "#lib/attribution/reports/funnel.ts";

export const STEP_WORDS: Record<FunnelStep, string> = {
  identified: "Identified",
  qualified: "Qualified",
  enriched: "Enriched",
  valid_email: "Valid e-mail",
  outcome: "Outcome",
};

const GOALS: Readonly<Record<string, string>> = STEP_WORDS;

/** What a goal is called: a stage, the name of a rule, or an outcome. */
export async function goalText(workspaceId: string, goal: string): Promise<string> {
  const [kind, name = ""] = goal.split(":", 2);
  if (kind === "page") {
    const rules = await listGoalRules(workspaceId);
    return rules.find(({ id }) => pageGoal(id) === goal)?.name ?? "Page goal";
  }
  return GOALS[goal] ?? `Outcome: ${name.replaceAll("_", " ")}`;
}
