"use server";

import { z } from "zod";
import { change } from "#app/(dashboard)/[workspace]/team/change.ts";
import { checked } from "#lib/attempt.ts";
import { recordAudit } from "#lib/audit/record.ts";
import { tagInput } from "#lib/leads/tags/tag-input.ts";
import * as tags from "#lib/leads/tags/tags.ts";

const idArgument = z.string().max(64);

export async function createTag(slug: string, name: string, color: string) {
  return change(slug, ({ workspace }) =>
    tags.createTag(workspace.id, checked(tagInput, { name, color })),
  );
}

export async function editTag(slug: string, id: string, name: string, color: string) {
  return change(slug, ({ workspace }) =>
    tags.editTag(workspace.id, idArgument.parse(id), checked(tagInput, { name, color })),
  );
}

export async function deleteTag(slug: string, id: string) {
  return change(slug, async ({ workspace, user }) => {
    await tags.deleteTag(workspace.id, idArgument.parse(id));
    await recordAudit(workspace.id, user.id, "tag.deleted", id);
  });
}
