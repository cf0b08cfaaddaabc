"use client";

import { ChevronDown } from "lucide-react";
import type { ReactNode } from "react";
import { Button } from "#components/ui/button.tsx";
import { Menu, type MenuGroup } from "#components/ui/menu.tsx";
import type { LeadChange } from "#lib/leads/lead-change.ts";
import { STATUS_ITEMS } from "./lead-words.ts";

/** Who and what can be put on visitors. */
export type LeadChoices = {
  team: readonly { id: string; name: string }[];
  tags: readonly { id: string; name: string }[];
};

type BulkMenusProps = LeadChoices & {
  disabled: boolean;
  onChange: (change: LeadChange) => void;
};

/** Owner, status and tags for the chosen visitors. */
export function BulkMenus({ team, tags, disabled, onChange }: BulkMenusProps) {
  const owners = team.map(({ id, name }) => ({
    label: name,
    onSelect: () => onChange({ ownerId: id }),
  }));
  const statuses = STATUS_ITEMS.map(({ value, label }) => ({
    label,
    onSelect: () => onChange({ status: value }),
  }));
  return (
    <>
      <BulkMenu
        disabled={disabled}
        groups={[
          { items: owners },
          { items: [{ label: "Nobody", onSelect: () => onChange({ ownerId: null }) }] },
        ]}
      >
        Owner
      </BulkMenu>
      <BulkMenu disabled={disabled} groups={[{ items: statuses }]}>
        Status
      </BulkMenu>
      {tags.length > 0 && (
        <BulkMenu
          disabled={disabled}
          groups={[
            {
              label: "Add",
              items: tags.map(({ id, name }) => ({
                label: name,
                onSelect: () => onChange({ addTagIds: [id] }),
              })),
            },
            {
              label: "Take off",
              items: tags.map(({ id, name }) => ({
                label: name,
                onSelect: () => onChange({ removeTagIds: [id] }),
              })),
            },
          ]}
        >
          Tag
        </BulkMenu>
      )}
    </>
  );
}

type BulkMenuProps = { groups: readonly MenuGroup[]; disabled: boolean; children: ReactNode };

function BulkMenu({ groups, disabled, children }: BulkMenuProps) {
  return (
    <Menu
      side="top"
      groups={groups}
      trigger={
        <Button size="sm" disabled={disabled}>
          {children}
          <ChevronDown aria-hidden="true" />
        </Button>
      }
    />
  );
}
