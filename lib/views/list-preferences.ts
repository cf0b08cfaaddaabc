import { now } from "#lib/clock.ts";
import { db } from "#lib/db/client.ts";
import { type ListLayout, type ListRoom, listLayout } from "#lib/views/list-layout.ts";

/** A member in front of a list. */
export interface ListReader {
  workspaceId: string;
  userId: string;
  room: ListRoom;
}

export interface ListPreferences {
  /** Null for one who never arranged it. */
  layout: ListLayout | null;
  /** The view that the list opens with; null for the whole list. */
  defaultViewId: string | null;
}

/** How a member likes a list. */
export async function getListPreferences(reader: ListReader): Promise<ListPreferences> {
  const row = await db().listPreference.findUnique({
    where: { workspaceId_userId_room: reader },
    select: { layout: true, defaultViewId: true },
  });
  if (!row) return { layout: null, defaultViewId: null };
  const { layout, defaultViewId } = row;
  const isArranged = Object.keys(Object(layout)).length > 0;
  return { layout: isArranged ? listLayout.parse(layout) : null, defaultViewId };
}

/** Remembers the columns of a list for a member. */
export async function saveListLayout(reader: ListReader, layout: ListLayout): Promise<void> {
  await write(reader, { layout });
}

/** Remembers with which view a list opens; null for the whole list. The view is not looked up. */
export async function saveDefaultView(reader: ListReader, viewId: string | null): Promise<void> {
  await write(reader, { defaultViewId: viewId });
}

async function write(
  reader: ListReader,
  change: { layout?: ListLayout; defaultViewId?: string | null },
): Promise<void> {
  const updatedAt = new Date(now());
  await db().listPreference.upsert({
    where: { workspaceId_userId_room: reader },
    create: { ...reader, ...change, updatedAt },
    update: { ...change, updatedAt },
  });
}
