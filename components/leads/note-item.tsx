"use client";

import { useState } from "react";
import { ActionsMenu } from "#components/ui/actions-menu.tsx";
import { Avatar } from "#components/ui/avatar.tsx";
import { ConfirmDialog } from "#components/ui/confirm-dialog.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import type { NoteView } from "#lib/leads/notes/list-notes.ts";
import type { NoteActions, Person } from "./lead-actions.ts";
import { NoteBody } from "./note-body.tsx";
import { NoteForm } from "./note-form.tsx";

type NoteItemProps = {
  note: NoteView;
  isOwn: boolean;
  team: readonly Person[];
  actions: NoteActions;
};

/** A note with its author; whoever wrote it can change and delete it. */
export function NoteItem({ note, isOwn, team, actions }: NoteItemProps) {
  const [doing, setDoing] = useState<"edit" | "delete" | null>(null);
  const author = note.author.name ?? "A former member";
  if (doing === "edit") {
    return (
      <NoteForm
        label="Change the note"
        submitLabel="Save"
        team={team}
        initial={note.body}
        save={(body, mentions) => actions.edit(note.id, body, mentions)}
        onDone={() => setDoing(null)}
        onCancel={() => setDoing(null)}
      />
    );
  }
  return (
    <article className="flex gap-2.5 text-sm">
      <Avatar name={author} size="sm" />
      <div className="min-w-0 flex-1">
        <div className="flex min-h-6 items-center gap-2">
          <span className="truncate font-medium text-ink">{author}</span>
          <span className="shrink-0 text-ink-faint text-xs">
            <RelativeTime value={note.createdAt} />
            {note.editedAt && " · edited"}
          </span>
          {isOwn && (
            <span className="ml-auto">
              <ActionsMenu
                of="this note"
                groups={[
                  {
                    items: [
                      { label: "Edit", onSelect: () => setDoing("edit") },
                      { label: "Delete…", danger: true, onSelect: () => setDoing("delete") },
                    ],
                  },
                ]}
              />
            </span>
          )}
        </div>
        <NoteBody body={note.body} mentions={note.mentions} />
      </div>
      <ConfirmDialog
        open={doing === "delete"}
        onOpenChange={(open) => setDoing(open ? "delete" : null)}
        title="Delete this note?"
        description="It goes from here and from the timeline, for everybody. This can’t be undone."
        confirmLabel="Delete"
        danger
        onConfirm={() => actions.remove(note.id)}
      />
    </article>
  );
}
