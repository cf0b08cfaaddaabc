"use client";

import { Button } from "#components/ui/button.tsx";
import { ConfirmDialog } from "#components/ui/confirm-dialog.tsx";
import type { Outcome } from "./people-actions.ts";

export type RevokeButtonProps = { id: string; email: string; revoke: (id: string) => Outcome };

export function RevokeButton({ id, email, revoke }: RevokeButtonProps) {
  return (
    <ConfirmDialog
      trigger={
        <Button size="sm" aria-label={`Revoke the invitation of ${email}`}>
          Revoke
        </Button>
      }
      title="Revoke this invitation?"
      description={`The link that ${email} has will no longer work.`}
      confirmLabel="Revoke"
      danger
      onConfirm={() => revoke(id)}
    />
  );
}
