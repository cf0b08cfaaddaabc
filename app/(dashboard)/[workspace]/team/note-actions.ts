"use server";

import { z } from "zod";
import { type About, about } from "#lib/leads/about.ts";
import { noteInput } from "#lib/leads/notes/note-text.ts";
import * as notes from "#lib/leads/notes/write-note.ts";
import { change, wrongIn } from "./change.ts";

const idArgument = z.string().max(64);

export async function createNote(slug: string, of: About, body: string, mentions: string[]) {
  const checked = noteInput.safeParse({ body, mentions });
  if (!checked.success) return wrongIn(checked) ?? undefined;
  return change(slug, ({ workspace, user }) =>
    notes.createNote(workspace.id, user.id, about.parse(of), checked.data),
  );
}

export async function editNote(slug: string, id: string, body: string, mentions: string[]) {
  const checked = noteInput.safeParse({ body, mentions });
  if (!checked.success) return wrongIn(checked) ?? undefined;
  return change(slug, ({ workspace, user }) =>
    notes.editNote(workspace.id, user.id, idArgument.parse(id), checked.data),
  );
}

export async function deleteNote(slug: string, id: string) {
  return change(slug, ({ workspace, user }) =>
    notes.deleteNote(workspace.id, user.id, idArgument.parse(id)),
  );
}
