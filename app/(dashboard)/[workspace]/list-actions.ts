"use server";

import type { TableLayout } from "#components/table/table-layout.ts";
import { requireMemberForAction } from "#lib/auth/require-member.ts";
import { listLayout, listRoom } from "#lib/views/list-layout.ts";
import { saveListLayout } from "#lib/views/list-preferences.ts";

/** Remembers the columns of a list for the member who arranged them. */
export async function saveLayout(slug: string, room: string, layout: TableLayout): Promise<void> {
  const { workspace, user } = await requireMemberForAction(slug);
  const reader = { workspaceId: workspace.id, userId: user.id, room: listRoom.parse(room) };
  await saveListLayout(reader, listLayout.parse(layout));
}
