"use server";

import { z } from "zod";
import { can } from "#lib/auth/permissions.ts";
import { requireMemberForAction } from "#lib/auth/require-member.ts";
import { isFoyerError } from "#lib/errors.ts";
import { getSessionDetail, type SessionLeaf } from "#lib/sessions/session-detail.ts";

/** Everything that is known of a session, without the network address for those who may not see it. */
export async function loadSessionDetail(slug: string, sid: string): Promise<SessionLeaf[] | null> {
  try {
    const { workspace, role } = await requireMemberForAction(slug, "visitors.read");
    const withAddress = can(role, "personal.network");
    return await getSessionDetail(workspace.id, z.string().max(256).parse(sid), { withAddress });
  } catch (error) {
    if (isFoyerError(error)) return null;
    throw error;
  }
}
