"use client";

import { Button } from "#components/ui/button.tsx";
import { ConfirmDialog } from "#components/ui/confirm-dialog.tsx";

export type RemoveFrozenProps = {
  id: string;
  name: string;
  remove: (id: string) => Promise<string | undefined>;
};

export function RemoveFrozen({ id, name, remove }: RemoveFrozenProps) {
  return (
    <ConfirmDialog
      trigger={
        <Button size="sm" aria-label={`Remove ${name}`}>
          Remove
        </Button>
      }
      title="Remove this frozen report?"
      description={`“${name}” cannot be had again: past numbers may have moved since. The report itself stays.`}
      confirmLabel="Remove"
      danger
      onConfirm={() => remove(id)}
    />
  );
}
