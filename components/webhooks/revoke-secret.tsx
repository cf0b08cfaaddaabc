"use client";

import { Button } from "#components/ui/button.tsx";
import { ConfirmDialog } from "#components/ui/confirm-dialog.tsx";
import type { WebhookActions } from "./webhook-actions.ts";

export type RevokeSecretProps = {
  secret: { id: string; hint: string };
  /** No other secret of its endpoint is live. */
  isLast: boolean;
  revoke: WebhookActions["revokeSecret"];
};

export function RevokeSecret({ secret, isLast, revoke }: RevokeSecretProps) {
  return (
    <ConfirmDialog
      trigger={
        <Button size="sm" aria-label={`Revoke the secret that ends in ${secret.hint}`}>
          Revoke
        </Button>
      }
      title={`Revoke the secret …${secret.hint}?`}
      description={
        isLast
          ? "It is the only live one: from now on every delivery is refused, until you add another. It can’t be brought back. To change it without a gap, rotate instead."
          : "From now on deliveries signed with it are refused. It can’t be brought back."
      }
      confirmLabel="Revoke now"
      danger
      onConfirm={() => revoke(secret.id)}
    />
  );
}
