"use client";

import { Plus } from "lucide-react";
import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import type { GoalRule } from "#lib/attribution/goals/goal-rule.ts";
import type { GoalActions } from "./goal-actions.ts";
import { GoalForm } from "./goal-form.tsx";

const EMPTY = { name: "", kind: "page", pattern: "" };

export type GoalDialogProps = { goal?: GoalRule; save: GoalActions["save"] };

/** Adds a goal, or changes one. */
export function GoalDialog({ goal, save }: GoalDialogProps) {
  const [open, setOpen] = useState(false);
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      trigger={
        goal ? (
          <Button size="sm" aria-label={`Edit ${goal.name}`}>
            Edit
          </Button>
        ) : (
          <Button variant="primary" icon={<Plus aria-hidden="true" />}>
            New goal
          </Button>
        )
      }
      title={goal ? "Edit goal" : "New goal"}
      description="Past visits are looked through as well; that may take a while on a large workspace."
    >
      <GoalForm
        id={goal?.id ?? null}
        before={goal ?? EMPTY}
        save={save}
        onSaved={() => setOpen(false)}
      />
    </Dialog>
  );
}
