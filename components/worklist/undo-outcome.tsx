"use client";

import { Button } from "#components/ui/button.tsx";
import { ConfirmDialog } from "#components/ui/confirm-dialog.tsx";
import type { Answer } from "./worklist-actions.ts";

type UndoOutcomeProps = { label: string; undo: () => Answer };

/** Takes an outcome back that was recorded by mistake. */
export function UndoOutcome({ label, undo }: UndoOutcomeProps) {
  return (
    <ConfirmDialog
      trigger={
        <Button size="sm" variant="ghost" aria-label={`Undo the outcome “${label}”`}>
          Undo
        </Button>
      }
      title={`Undo the outcome “${label}”?`}
      description="It counts in no score and no report any more. The account and its people get the status from before; the audit log keeps what was here."
      confirmLabel="Undo"
      onConfirm={undo}
    />
  );
}
