"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import { attempt, checked, type Problem, problemOf } from "#lib/attempt.ts";
import { freezeReport, removeFrozen } from "#lib/attribution/frozen/frozen-reports.ts";
import { parseAttributionQuery } from "#lib/attribution/search-params.ts";
import { recordAudit } from "#lib/audit/record.ts";
import { requireMemberForAction } from "#lib/auth/require-member.ts";

const NAME = "Enter a name, at most 200 letters.";
const nameArgument = z.string(NAME).trim().min(1, NAME).max(200, NAME);
const idArgument = z.string().max(64);

/** Keeps what a report reads now; `search` is its query as a URL has it. */
export async function freeze(
  slug: string,
  search: string,
  typedName: string,
): Promise<{ href: string } | Problem> {
  return attempt(async () => {
    const { workspace, user } = await requireMemberForAction(slug, "goals.manage");
    const name = checked(nameArgument, typedName);
    const raw = Object.fromEntries(new URLSearchParams(search));
    const query = parseAttributionQuery(raw, workspace.timezone);
    const id = await freezeReport(workspace.id, user.id, name, query);
    await recordAudit(workspace.id, user.id, "frozen_report.created", id, { name });
    revalidatePath(`/${slug}/attribution/frozen`);
    return { href: `/${slug}/attribution/frozen/${encodeURIComponent(id)}` };
  });
}

export async function remove(slug: string, id: string): Promise<string | undefined> {
  return problemOf(async () => {
    const { workspace, user } = await requireMemberForAction(slug, "goals.manage");
    const wanted = idArgument.parse(id);
    if (await removeFrozen(workspace.id, wanted)) {
      await recordAudit(workspace.id, user.id, "frozen_report.removed", wanted);
    }
    revalidatePath(`/${slug}/attribution/frozen`);
  });
}
