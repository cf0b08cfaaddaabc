"use server";

import { checked } from "#lib/attempt.ts";
import { requireSubject } from "#lib/leads/about.ts";
import { leadChange } from "#lib/leads/lead-change.ts";
import { tagInput } from "#lib/leads/tags/tag-input.ts";
import { createTag } from "#lib/leads/tags/tags.ts";
import { tellOwner } from "#lib/leads/tell-owner.ts";
import { updateLeads } from "#lib/leads/update-leads.ts";
import { change } from "./change.ts";

/** Owner, status or tags of one visitor. */
export async function changeLead(slug: string, visitorId: string, asked: unknown) {
  return change(slug, async ({ workspace, user }) => {
    const to = leadChange.parse(asked);
    const subject = await requireSubject(workspace.id, { visitorId: String(visitorId) });
    const changed = await updateLeads(workspace.id, user.id, [String(visitorId)], to);
    if (to.ownerId && changed > 0) await tellOwner(workspace.id, user, to.ownerId, subject);
  });
}

/** A new tag, put on the visitor at once. */
export async function addNewTag(slug: string, visitorId: string, name: string, color: string) {
  return change(slug, async ({ workspace, user }) => {
    const input = checked(tagInput, { name, color });
    await requireSubject(workspace.id, { visitorId: String(visitorId) });
    const id = await createTag(workspace.id, input);
    await updateLeads(workspace.id, user.id, [String(visitorId)], { addTagIds: [id] });
  });
}
