"use client";

import { Button } from "#components/ui/button.tsx";
import { ConfirmDialog } from "#components/ui/confirm-dialog.tsx";

export type RemoveButtonProps = {
  id: string;
  /** "Revoke". */
  verb: string;
  name: string;
  /** What will happen. */
  text: string;
  remove: (id: string) => Promise<string | undefined>;
};

export function RemoveButton({ id, verb, name, text, remove }: RemoveButtonProps) {
  return (
    <ConfirmDialog
      trigger={
        <Button size="sm" aria-label={`${verb} ${name}`}>
          {verb}
        </Button>
      }
      title={`${verb} ${name}?`}
      description={text}
      confirmLabel={verb}
      danger
      onConfirm={() => remove(id)}
    />
  );
}
