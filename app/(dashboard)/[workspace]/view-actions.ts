"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import type { ViewAnswer } from "#components/views/view-actions.ts";
import { can } from "#lib/auth/permissions.ts";
import { requireMemberForAction } from "#lib/auth/require-member.ts";
import { companyListParams } from "#lib/companies/search-params.ts";
import { isFoyerError } from "#lib/errors.ts";
import { type ListRoom, listRoom } from "#lib/views/list-layout.ts";
import { saveDefaultView } from "#lib/views/list-preferences.ts";
import * as views from "#lib/views/saved-views.ts";
import { visitorListParams } from "#lib/visitors/search-params.ts";

const PARAMS: Record<ListRoom, z.ZodObject> = {
  visitors: visitorListParams.omit({ limit: true, cursor: true }).strict(),
  companies: companyListParams.omit({ limit: true, cursor: true }).strict(),
};

const viewId = z.string().max(64);
const parts = { name: views.viewName, query: z.string().max(2_000), isShared: z.boolean() };
const newView = z.strictObject(parts);
const viewChange = z.strictObject(parts).partial();

type Editor = Parameters<typeof views.updateView>[0];

/** Gate, then work; the lists then know of it. An expected failure is answered in words. */
async function attempt(
  slug: string,
  room: string,
  work: (editor: Editor) => Promise<string>,
): Promise<ViewAnswer> {
  try {
    const { workspace, user, role } = await requireMemberForAction(slug);
    const id = await work({
      workspaceId: workspace.id,
      userId: user.id,
      room: listRoom.parse(room),
      isAdmin: can(role, "people.manage"),
    });
    revalidatePath(`/${slug}/${listRoom.parse(room)}`);
    return { id };
  } catch (error) {
    if (isFoyerError(error)) return { problem: error.message };
    if (error instanceof z.ZodError) return { problem: z.prettifyError(error).replace(/^✖ /, "") };
    throw error;
  }
}

/** A view that could not be opened again is not kept. */
function checkQuery(room: ListRoom, query: string): void {
  PARAMS[room].parse(Object.fromEntries(new URLSearchParams(query)));
}

export async function createView(
  slug: string,
  room: string,
  view: z.input<typeof newView>,
): Promise<ViewAnswer> {
  return attempt(slug, room, async (editor) => {
    const checked = newView.parse(view);
    checkQuery(editor.room, checked.query);
    return views.createView(editor, checked);
  });
}

export async function changeView(
  slug: string,
  room: string,
  id: string,
  change: z.input<typeof viewChange>,
): Promise<ViewAnswer> {
  return attempt(slug, room, async (editor) => {
    const { query, ...rest } = viewChange.parse(change);
    if (query !== undefined) checkQuery(editor.room, query);
    await views.updateView(
      editor,
      viewId.parse(id),
      query === undefined ? rest : { ...rest, query },
    );
    return id;
  });
}

export async function removeView(slug: string, room: string, id: string): Promise<ViewAnswer> {
  return attempt(slug, room, async (editor) => {
    await views.deleteView(editor, viewId.parse(id));
    return id;
  });
}

/** The view that the list opens with for this member; null for the whole list. */
export async function openWith(slug: string, room: string, id: string | null): Promise<ViewAnswer> {
  return attempt(slug, room, async ({ isAdmin: _, ...reader }) => {
    await saveDefaultView(reader, viewId.nullable().parse(id));
    return id ?? "";
  });
}
