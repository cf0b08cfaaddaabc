import { Badge } from "#components/ui/badge.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import type { GoalRule } from "#lib/attribution/goals/goal-rule.ts";
import type { GoalActions } from "./goal-actions.ts";
import { GoalDialog } from "./goal-dialog.tsx";
import { RemoveGoal } from "./remove-goal.tsx";

export type GoalsListProps = {
  goals: readonly GoalRule[];
  /** The report of a goal. */
  reportHref: (id: string) => string;
  /** Null for those who may only look. */
  actions: GoalActions | null;
};

const KIND_WORDS = { page: "Page", outlink: "Link to" } as const;

export function GoalsList({ goals, reportHref, actions }: GoalsListProps) {
  return (
    <ul className="divide-y divide-line rounded-lg border border-line bg-surface">
      {goals.map((goal) => (
        <li key={goal.id} className="flex flex-wrap items-center gap-x-4 gap-y-2 px-4 py-3 text-sm">
          <div className="flex min-w-48 flex-1 flex-col gap-1">
            <div className="flex flex-wrap items-center gap-x-2.5 gap-y-1">
              <span className="min-w-0 break-words font-medium text-ink">{goal.name}</span>
              {goal.readyAt === null && <Badge>Looking through past visits</Badge>}
            </div>
            <span className="text-ink-muted text-xs">
              {KIND_WORDS[goal.kind]}{" "}
              <code className="wrap-anywhere font-mono text-ink">{goal.pattern}</code>
            </span>
          </div>
          <div className="flex items-center gap-2">
            <LinkButton href={reportHref(goal.id)} size="sm" aria-label={`Report of ${goal.name}`}>
              Report
            </LinkButton>
            {actions && <GoalDialog goal={goal} save={actions.save} />}
            {actions && <RemoveGoal goal={goal} remove={actions.remove} />}
          </div>
        </li>
      ))}
    </ul>
  );
}
