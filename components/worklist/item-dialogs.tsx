"use client";

import { NoteDialog } from "./note-dialog.tsx";
import { OutcomeDialog } from "./outcome-dialog.tsx";
import { SnoozeDialog } from "./snooze-dialog.tsx";
import { nameOf, type useItemVerbs } from "./use-item-verbs.ts";
import type { WorklistActions } from "./worklist-actions.ts";

type ItemDialogsProps = { verbs: ReturnType<typeof useItemVerbs>; actions: WorklistActions };

/** The question of the verb that was chosen, if it has one. */
export function ItemDialogs({ verbs, actions }: ItemDialogsProps) {
  const { asking, close, done } = verbs;
  if (!asking) return null;
  const { verb, subject } = asking;
  const shared = { name: nameOf(subject), onClose: close, onDone: () => done(verb, subject) };
  switch (verb) {
    case "snooze":
      return (
        <SnoozeDialog {...shared} snooze={(...given) => actions.snooze(subject.id, ...given)} />
      );
    case "outcome":
      return (
        <OutcomeDialog {...shared} record={(outcome) => actions.outcome(subject.id, outcome)} />
      );
    case "note":
      return <NoteDialog {...shared} write={(body) => actions.note(subject.id, body)} />;
  }
}
