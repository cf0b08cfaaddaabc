"use server";

import { z } from "zod";
import { problemOf } from "#lib/attempt.ts";
import { requireMemberForAction } from "#lib/auth/require-member.ts";
import { FoyerError } from "#lib/errors.ts";
import { erasePerson } from "#lib/inbox/erase-person.ts";

/** Erases the visitor of a page. Answers what stood in the way, in words, or nothing. */
export async function eraseVisitor(slug: string, id: string): Promise<string | undefined> {
  return problemOf(async () => {
    const { workspace, user } = await requireMemberForAction(slug, "privacy.manage");
    const visitorId = z.string().min(1).max(64).parse(id);
    const proof = await erasePerson(workspace.id, { actorId: user.id }, { visitorId });
    if (!proof) throw new FoyerError("not_found", "This visitor is no longer there.");
  });
}
