"use server";

import { z } from "zod";
import { checked } from "#lib/attempt.ts";
import { type About, about } from "#lib/leads/about.ts";
import { noteInput } from "#lib/leads/notes/note-text.ts";
import * as notes from "#lib/leads/notes/write-note.ts";
import { change } from "./change.ts";

const idArgument = z.string().max(64);

export async function createNote(slug: string, of: About, body: string, mentions: string[]) {
  return change(slug, ({ workspace, user }) => {
    const input = checked(noteInput, { body, mentions });
    return notes.createNote(workspace.id, user.id, about.parse(of), input);
  });
}

export async function editNote(slug: string, id: string, body: string, mentions: string[]) {
  return change(slug, ({ workspace, user }) => {
    const input = checked(noteInput, { body, mentions });
    return notes.editNote(workspace.id, user.id, idArgument.parse(id), input);
  });
}

export async function deleteNote(slug: string, id: string) {
  return change(slug, ({ workspace, user }) =>
    notes.deleteNote(workspace.id, user.id, idArgument.parse(id)),
  );
}
