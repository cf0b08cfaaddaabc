import { Card } from "#components/ui/card.tsx";
import type { NoteView } from "#lib/leads/notes/list-notes.ts";
import type { NoteActions, Person } from "./lead-actions.ts";
import { NoteForm } from "./note-form.tsx";
import { NoteItem } from "./note-item.tsx";

export type NotesCardProps = {
  notes: readonly NoteView[];
  /** There are older ones than these. */
  hasMore: boolean;
  /** The reader's own user id. */
  selfId: string;
  team: readonly Person[];
  actions: NoteActions;
};

/** What the team wrote about a visitor or a company, newest first. */
export function NotesCard({ notes, hasMore, selfId, team, actions }: NotesCardProps) {
  return (
    <Card title="Notes">
      <div id="notes" className="flex scroll-mt-16 flex-col gap-4">
        <NoteForm label="New note" submitLabel="Add note" team={team} save={actions.create} />
        {notes.length > 0 && (
          <ol className="flex flex-col gap-3.5">
            {notes.map((note) => (
              <li key={note.id}>
                <NoteItem
                  note={note}
                  isOwn={note.author.id === selfId}
                  team={team}
                  actions={actions}
                />
              </li>
            ))}
          </ol>
        )}
        {hasMore && (
          <p className="text-ink-muted text-xs">
            These are the latest {notes.length}. Older ones are kept.
          </p>
        )}
      </div>
    </Card>
  );
}
