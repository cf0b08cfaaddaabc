"use client";

import { Button } from "#components/ui/button.tsx";
import { ConfirmDialog } from "#components/ui/confirm-dialog.tsx";
import type { ApiKeyActions } from "./api-key-actions.ts";

export type RevokeApiKeyProps = {
  apiKey: { id: string; name: string };
  revoke: ApiKeyActions["revoke"];
};

export function RevokeApiKey({ apiKey, revoke }: RevokeApiKeyProps) {
  return (
    <ConfirmDialog
      trigger={
        <Button size="sm" aria-label={`Revoke ${apiKey.name}`}>
          Revoke
        </Button>
      }
      title={`Revoke ${apiKey.name}?`}
      description="Whatever uses this key is refused from now on. It can’t be brought back."
      confirmLabel="Revoke now"
      danger
      onConfirm={() => revoke(apiKey.id)}
    />
  );
}
