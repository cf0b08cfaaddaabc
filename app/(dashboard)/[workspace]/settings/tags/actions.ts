"use server";

import { z } from "zod";
import { change, wrongIn } from "#app/(dashboard)/[workspace]/team/change.ts";
import { recordAudit } from "#lib/audit/record.ts";
import { tagInput } from "#lib/leads/tags/tag-input.ts";
import * as tags from "#lib/leads/tags/tags.ts";

const idArgument = z.string().max(64);

export async function createTag(slug: string, name: string, color: string) {
  const checked = tagInput.safeParse({ name, color });
  if (!checked.success) return wrongIn(checked) ?? undefined;
  return change(slug, ({ workspace }) => tags.createTag(workspace.id, checked.data));
}

export async function editTag(slug: string, id: string, name: string, color: string) {
  const checked = tagInput.safeParse({ name, color });
  if (!checked.success) return wrongIn(checked) ?? undefined;
  return change(slug, ({ workspace }) =>
    tags.editTag(workspace.id, idArgument.parse(id), checked.data),
  );
}

export async function deleteTag(slug: string, id: string) {
  return change(slug, async ({ workspace, user }) => {
    await tags.deleteTag(workspace.id, idArgument.parse(id));
    await recordAudit(workspace.id, user.id, "tag.deleted", id);
  });
}
