"use client";

import { useState, useTransition } from "react";
import { ActionsMenu } from "#components/ui/actions-menu.tsx";
import { ConfirmDialog } from "#components/ui/confirm-dialog.tsx";
import { useToast } from "#components/ui/toast.tsx";
import type { AssignmentRule } from "#lib/worklist/assignment-rules.ts";
import type { AssignmentActions, TeamMember } from "./assignment-actions.ts";
import { RuleDialog } from "./rule-dialog.tsx";
import type { Answer } from "./worklist-actions.ts";

export type RuleMenuProps = {
  rule: AssignmentRule;
  isFirst: boolean;
  isLast: boolean;
  team: readonly TeamMember[];
  actions: AssignmentActions;
};

export function RuleMenu({ rule, isFirst, isLast, team, actions }: RuleMenuProps) {
  const { id, name, isEnabled } = rule;
  const [asking, setAsking] = useState<"change" | "remove" | null>(null);
  const [, start] = useTransition();
  const toast = useToast();
  const run = (done: string, work: () => Answer) => () =>
    start(async () => {
      const problem = await work();
      toast(problem ? { title: problem, tone: "danger" } : { title: done });
    });
  return (
    <>
      <ActionsMenu
        of={name}
        groups={[
          {
            items: [
              { label: "Change…", onSelect: () => setAsking("change") },
              isEnabled
                ? {
                    label: "Pause",
                    onSelect: run(`${name} is paused`, () => actions.setEnabled(id, false)),
                  }
                : {
                    label: "Resume",
                    onSelect: run(`${name} deals again`, () => actions.setEnabled(id, true)),
                  },
              {
                label: "Move up",
                disabled: isFirst,
                onSelect: run(`${name} moved up`, () => actions.move(id, -1)),
              },
              {
                label: "Move down",
                disabled: isLast,
                onSelect: run(`${name} moved down`, () => actions.move(id, 1)),
              },
            ],
          },
          { items: [{ label: "Remove…", danger: true, onSelect: () => setAsking("remove") }] },
        ]}
      />
      {asking === "change" && (
        <RuleDialog
          rule={rule}
          team={team}
          save={actions.save}
          open
          onOpenChange={(open) => !open && setAsking(null)}
        />
      )}
      <ConfirmDialog
        open={asking === "remove"}
        onOpenChange={(open) => setAsking(open ? "remove" : null)}
        title={`Remove ${name}?`}
        description="New accounts go by the other rules. What this one has dealt stays with whom it went to."
        confirmLabel="Remove"
        danger
        onConfirm={() => actions.remove(id)}
      />
    </>
  );
}
