"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import { attempt, checked, type Problem, problemOf } from "#lib/attempt.ts";
import { shareInput } from "#lib/attribution/shares/share-input.ts";
import { createShare, revokeShare } from "#lib/attribution/shares/shares.ts";
import { requireMemberForAction } from "#lib/auth/require-member.ts";

const idArgument = z.string().max(64);

/** Makes a public link to a report with these parameters; the answer is the only time that it is shown. */
export async function share(
  slug: string,
  report: unknown,
  params: unknown,
  draft: { name: string; days: number },
): Promise<{ link: string } | Problem> {
  return attempt(async () => {
    const { workspace, user } = await requireMemberForAction(slug, "reports.share");
    const input = checked(shareInput, { ...draft, report, params });
    const link = await createShare(workspace, user.id, input);
    revalidatePath(`/${slug}/attribution/handed-on`);
    return { link };
  });
}

export async function revoke(slug: string, id: string): Promise<string | undefined> {
  return problemOf(async () => {
    const { workspace, user } = await requireMemberForAction(slug, "reports.share");
    await revokeShare(workspace.id, user.id, idArgument.parse(id));
    revalidatePath(`/${slug}/attribution/handed-on`);
  });
}
