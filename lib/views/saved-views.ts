import { z } from "zod";
import { now } from "#lib/clock.ts";
import { db } from "#lib/db/client.ts";
import { FoyerError } from "#lib/errors.ts";
import { newId } from "#lib/ids.ts";
import type { ListReader } from "#lib/views/list-preferences.ts";

/** A name that fits its tab. */
export const viewName = z
  .string()
  .trim()
  .min(1, "Give the view a name.")
  .max(60, "Use at most 60 characters.");

/** A list's filters and sort under a name. */
export interface SavedView {
  id: string;
  name: string;
  /** As in the URL, without the page. */
  query: string;
  isShared: boolean;
  /** True when the reader made it. */
  isOwn: boolean;
}

/** Whoever changes a view: its maker, and for a shared one also an admin. */
export interface ViewEditor extends ListReader {
  isAdmin: boolean;
}

const MOST = 100;

/** The reader's own views and the shared ones, by name. */
export async function listViews(reader: ListReader): Promise<SavedView[]> {
  const { workspaceId, userId, room } = reader;
  const rows = await db().savedView.findMany({
    where: { workspaceId, room, OR: [{ ownerId: userId }, { isShared: true }] },
    orderBy: [{ name: "asc" }, { id: "asc" }],
    take: MOST,
  });
  return rows.map(({ id, name, query, isShared, ownerId }) => ({
    id,
    name,
    query,
    isShared,
    isOwn: ownerId === userId,
  }));
}

/** Keeps a view and returns its id. Throws `conflict` when the reader has as many as can be shown. */
export async function createView(
  reader: ListReader,
  view: { name: string; query: string; isShared: boolean },
): Promise<string> {
  const { workspaceId, userId, room } = reader;
  const count = await db().savedView.count({ where: { workspaceId, room, ownerId: userId } });
  if (count >= MOST) {
    throw new FoyerError("conflict", `You have ${MOST} views here. Delete one first.`);
  }
  const { id } = await db().savedView.create({
    data: {
      workspaceId,
      id: newId("view"),
      room,
      ownerId: userId,
      ...view,
      createdAt: new Date(now()),
    },
  });
  return id;
}

/** Changes a view. Throws `not_found` when there is none that this editor may change. */
export async function updateView(
  editor: ViewEditor,
  id: string,
  change: { name?: string; query?: string; isShared?: boolean },
): Promise<void> {
  const { count } = await db().savedView.updateMany({
    where: { ...changeable(editor), id },
    data: change,
  });
  if (count === 0) throw noSuchView();
}

/** Deletes a view, for everybody who opens the list with it too. Throws `not_found` like updateView. */
export async function deleteView(editor: ViewEditor, id: string): Promise<void> {
  const { workspaceId, room } = editor;
  await db().$transaction(async (tx) => {
    const { count } = await tx.savedView.deleteMany({ where: { ...changeable(editor), id } });
    if (count === 0) throw noSuchView();
    await tx.listPreference.updateMany({
      where: { workspaceId, room, defaultViewId: id },
      data: { defaultViewId: null },
    });
  });
}

function changeable({ workspaceId, userId, room, isAdmin }: ViewEditor) {
  const own = { ownerId: userId };
  return { workspaceId, room, OR: isAdmin ? [own, { isShared: true }] : [own] };
}

function noSuchView(): FoyerError {
  return new FoyerError("not_found", "This view is gone, or only its maker may change it.");
}
