"use client";

import { useState } from "react";
import { ActionsMenu } from "#components/ui/actions-menu.tsx";
import { ConfirmDialog } from "#components/ui/confirm-dialog.tsx";
import type { TagActions } from "./tag-actions.ts";
import { TagDialog } from "./tag-dialog.tsx";

type TagRowMenuProps = {
  tag: { id: string; name: string; color: string };
  actions: TagActions;
};

export function TagRowMenu({ tag, actions }: TagRowMenuProps) {
  const [doing, setDoing] = useState<"edit" | "delete" | null>(null);
  return (
    <>
      <ActionsMenu
        of={tag.name}
        groups={[
          {
            items: [
              { label: "Edit…", onSelect: () => setDoing("edit") },
              { label: "Delete…", danger: true, onSelect: () => setDoing("delete") },
            ],
          },
        ]}
      />
      <TagDialog
        key={`${tag.name} ${tag.color}`}
        open={doing === "edit"}
        onOpenChange={(open) => setDoing(open ? "edit" : null)}
        title="Change the tag"
        submitLabel="Save"
        tag={tag}
        save={(name, color) => actions.edit(tag.id, name, color)}
      />
      <ConfirmDialog
        open={doing === "delete"}
        onOpenChange={(open) => setDoing(open ? "delete" : null)}
        title={`Delete “${tag.name}”?`}
        description="It is taken off every visitor that carries it. This can’t be undone."
        confirmLabel="Delete"
        danger
        onConfirm={() => actions.remove(tag.id)}
      />
    </>
  );
}
