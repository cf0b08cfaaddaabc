import { listGoalRules } from "#lib/attribution/goals/goal-rules.ts";
import { pageGoal } from "#lib/attribution/goals/page-goals.ts";
import { STEP_WORDS } from "#lib/visitor-words.ts";

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
