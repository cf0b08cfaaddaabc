"use client";

import { useOptimistic, useTransition } from "react";
import { Avatar } from "#components/ui/avatar.tsx";
import { Select } from "#components/ui/select.tsx";
import { useToast } from "#components/ui/toast.tsx";
import type { TagView } from "#lib/leads/tags/tags.ts";
import type { AskedChange, LeadActions, Person } from "./lead-actions.ts";
import { STATUS_ITEMS } from "./status-items.tsx";
import { TagChip } from "./tag-chip.tsx";
import { TagMenu } from "./tag-menu.tsx";

const NOBODY = "none";

type Lead = { owner: Person | null; status: string; tags: readonly TagView[] };

export type LeadBarProps = {
  lead: Lead;
  team: readonly Person[];
  tags: readonly TagView[];
  actions: LeadActions;
};

/** Where a visitor stands with the team: status, owner and tags, changed in place. */
export function LeadBar({ lead, team, tags, actions }: LeadBarProps) {
  const [shown, show] = useOptimistic(lead, (now, next: Partial<Lead>) => ({ ...now, ...next }));
  const [, start] = useTransition();
  const toast = useToast();
  const save = (next: Partial<Lead>, change: AskedChange) =>
    start(async () => {
      show(next);
      const problem = await actions.change(change);
      if (problem) toast({ title: problem, tone: "danger" });
    });
  const setOwner = (id: string) => {
    const owner = team.find((person) => person.id === id) ?? null;
    save({ owner }, { ownerId: owner?.id ?? null });
  };
  const toggle = (tag: TagView, isOn: boolean) =>
    save(
      { tags: isOn ? [...shown.tags, tag] : shown.tags.filter(({ id }) => id !== tag.id) },
      isOn ? { addTagIds: [tag.id] } : { removeTagIds: [tag.id] },
    );
  return (
    <div className="flex flex-wrap items-center gap-2">
      <Select
        aria-label="Status"
        size="sm"
        className="w-32"
        items={STATUS_ITEMS}
        value={shown.status}
        onValueChange={(status) => save({ status }, { status })}
      />
      <Select
        aria-label="Owner"
        size="sm"
        className="w-40"
        items={ownerItems(team, shown.owner)}
        value={shown.owner?.id ?? NOBODY}
        onValueChange={setOwner}
      />
      {shown.tags.map((tag) => (
        <TagChip key={tag.id} tag={tag} />
      ))}
      <TagMenu tags={tags} worn={shown.tags} onToggle={toggle} addNewTag={actions.addNewTag} />
    </div>
  );
}

/** Whoever owns it now is among them, also after leaving the team. */
function ownerItems(team: readonly Person[], owner: Person | null) {
  const isGone = owner && !team.some(({ id }) => id === owner.id);
  return [
    { value: NOBODY, label: "No owner" },
    ...[...team, ...(isGone ? [owner] : [])].map(({ id, name }) => ({
      value: id,
      label: name,
      icon: <Avatar name={name} size="sm" className="size-5" />,
    })),
  ];
}
