"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import { freezeReport, removeFrozen } from "#lib/attribution/frozen/frozen-reports.ts";
import { parseAttributionQuery } from "#lib/attribution/search-params.ts";
import { recordAudit } from "#lib/audit/record.ts";
import { requireMemberForAction } from "#lib/auth/require-member.ts";
import { FoyerError, isFoyerError } from "#lib/errors.ts";

const nameArgument = z.string().trim().min(1).max(200);
const idArgument = z.string().max(64);

/** Keeps what a report reads now; `search` is its query as a URL has it. */
export async function freeze(
  slug: string,
  search: string,
  name: string,
): Promise<{ href: string } | { problem: string }> {
  try {
    const { workspace, user } = await requireMemberForAction(slug, "goals.manage");
    const wanted = nameArgument.safeParse(name);
    if (!wanted.success)
      throw new FoyerError("invalid_request", "Enter a name, at most 200 letters.");
    const raw = Object.fromEntries(new URLSearchParams(search));
    const query = parseAttributionQuery(raw, workspace.timezone);
    const id = await freezeReport(workspace.id, user.id, wanted.data, query);
    await recordAudit(workspace.id, user.id, "frozen_report.created", id, { name: wanted.data });
    revalidatePath(`/${slug}/attribution/frozen`);
    return { href: `/${slug}/attribution/frozen/${encodeURIComponent(id)}` };
  } catch (error) {
    if (isFoyerError(error)) return { problem: error.message };
    throw error;
  }
}

export async function remove(slug: string, id: string): Promise<string | undefined> {
  try {
    const { workspace, user } = await requireMemberForAction(slug, "goals.manage");
    const wanted = idArgument.parse(id);
    if (await removeFrozen(workspace.id, wanted)) {
      await recordAudit(workspace.id, user.id, "frozen_report.removed", wanted);
    }
    revalidatePath(`/${slug}/attribution/frozen`);
    return undefined;
  } catch (error) {
    if (isFoyerError(error)) return error.message;
    throw error;
  }
}
