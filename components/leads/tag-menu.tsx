"use client";

import { Plus } from "lucide-react";
import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Menu } from "#components/ui/menu.tsx";
import type { TagView } from "#lib/leads/tags/tags.ts";
import type { LeadActions } from "./lead-actions.ts";
import { TagChip } from "./tag-chip.tsx";
import { TagDialog } from "./tag-dialog.tsx";

type TagMenuProps = {
  /** All there are. */
  tags: readonly TagView[];
  /** Those on the visitor. */
  worn: readonly TagView[];
  onToggle: (tag: TagView, isOn: boolean) => void;
  addNewTag: LeadActions["addNewTag"];
};

/** Puts tags on a visitor and takes them off, and makes new ones. */
export function TagMenu({ tags, worn, onToggle, addNewTag }: TagMenuProps) {
  const [isMaking, setMaking] = useState(false);
  const items = tags.map((tag) => ({
    label: <TagChip tag={tag} />,
    checked: worn.some(({ id }) => id === tag.id),
    onCheckedChange: (isOn: boolean) => onToggle(tag, isOn),
  }));
  const make = { label: "New tag…", icon: <Plus />, onSelect: () => setMaking(true) };
  return (
    <>
      <Menu
        trigger={
          <Button size="sm" variant="ghost" icon={<Plus aria-hidden="true" />}>
            Tag
          </Button>
        }
        groups={[...(items.length > 0 ? [{ items }] : []), { items: [make] }]}
      />
      <TagDialog
        open={isMaking}
        onOpenChange={setMaking}
        title="New tag"
        submitLabel="Create and add"
        save={addNewTag}
      />
    </>
  );
}
