"use client";

import { Trash2 } from "lucide-react";
import { ConfirmDialog } from "#components/ui/confirm-dialog.tsx";
import { IconButton } from "#components/ui/icon-button.tsx";
import type { AnnotationActions } from "./annotation-actions.ts";

export type RemoveAnnotationProps = {
  id: string;
  text: string;
  remove: AnnotationActions["remove"];
};

export function RemoveAnnotation({ id, text, remove }: RemoveAnnotationProps) {
  return (
    <ConfirmDialog
      trigger={<IconButton size="sm" label={`Remove note: ${text}`} icon={<Trash2 />} />}
      title="Remove this note?"
      description={`“${text}” goes from the charts of all members.`}
      confirmLabel="Remove"
      danger
      onConfirm={() => remove(id)}
    />
  );
}
