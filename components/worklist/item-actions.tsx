"use client";

import { ActionsMenu } from "#components/ui/actions-menu.tsx";
import { Button } from "#components/ui/button.tsx";
import type { MenuItem } from "#components/ui/menu.tsx";
import type { WorklistRow } from "#lib/worklist/list-worklist.ts";
import { nameOf, type Subject, type Verb } from "./use-item-verbs.ts";

type ItemActionsProps = {
  row: WorklistRow;
  act: (verb: Verb, subject: Subject) => void;
};

/** The usual next step as a button, the others in a menu with their keys. */
export function ItemActions({ row, act }: ItemActionsProps) {
  const name = nameOf(row);
  const isHeld = row.owner !== null;
  const isMine = row.view === "mine";
  const word = isMine ? "Outcome" : row.view === "done" ? "Reopen" : "Claim";
  const item = (label: string, verb: Verb, shortcut?: string): MenuItem => ({
    label,
    onSelect: () => act(verb, row),
    ...(shortcut && { shortcut }),
  });
  return (
    <div className="flex items-center justify-end gap-1">
      <Button
        size="sm"
        aria-label={isMine ? `Outcome of ${name}` : `${word} ${name}`}
        onClick={() => act(isMine ? "outcome" : "claim", row)}
        className="w-18"
      >
        {word}
      </Button>
      <ActionsMenu
        of={name}
        groups={[
          {
            items: [
              ...(isMine ? [] : [item("Claim", "claim", "c")]),
              item("Snooze…", "snooze", "s"),
              item("Outcome…", "outcome", "o"),
              item("Note…", "note", "n"),
            ],
          },
          ...(isHeld ? [{ items: [item("Release", "release")] }] : []),
        ]}
      />
    </div>
  );
}
