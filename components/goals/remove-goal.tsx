"use client";

import { Button } from "#components/ui/button.tsx";
import { ConfirmDialog } from "#components/ui/confirm-dialog.tsx";
import type { GoalRule } from "#lib/attribution/goals/goal-rule.ts";
import type { GoalActions } from "./goal-actions.ts";

export type RemoveGoalProps = { goal: GoalRule; remove: GoalActions["remove"] };

export function RemoveGoal({ goal, remove }: RemoveGoalProps) {
  return (
    <ConfirmDialog
      trigger={
        <Button size="sm" aria-label={`Remove ${goal.name}`}>
          Remove
        </Button>
      }
      title={`Remove ${goal.name}?`}
      description="Its conversions go with it, and links to its reports show none. The visits themselves stay: the same rule added again finds them again."
      confirmLabel="Remove"
      danger
      onConfirm={() => remove(goal.id)}
    />
  );
}
