"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import type { HandOnProblem } from "#components/attribution/handing-on/hand-on-actions.ts";
import { shareInput } from "#lib/attribution/shares/share-input.ts";
import { createShare, revokeShare } from "#lib/attribution/shares/shares.ts";
import { requireMemberForAction } from "#lib/auth/require-member.ts";
import { isFoyerError } from "#lib/errors.ts";

const idArgument = z.string().max(64);

/** Makes a public link to a report with these parameters; the answer is the only time that it is shown. */
export async function share(
  slug: string,
  report: unknown,
  params: unknown,
  draft: { name: string; days: number },
): Promise<{ link: string } | HandOnProblem> {
  try {
    const { workspace, user } = await requireMemberForAction(slug, "reports.share");
    const input = shareInput.safeParse({ ...draft, report, params });
    if (!input.success) {
      const [issue] = input.error.issues;
      return { problem: issue?.message ?? "", field: String(issue?.path[0]) };
    }
    const link = await createShare(workspace, user.id, input.data);
    revalidatePath(`/${slug}/attribution/handed-on`);
    return { link };
  } catch (error) {
    if (isFoyerError(error)) return { problem: error.message };
    throw error;
  }
}

export async function revoke(slug: string, id: string): Promise<string | undefined> {
  try {
    const { workspace, user } = await requireMemberForAction(slug, "reports.share");
    await revokeShare(workspace.id, user.id, idArgument.parse(id));
    revalidatePath(`/${slug}/attribution/handed-on`);
    return undefined;
  } catch (error) {
    if (isFoyerError(error)) return error.message;
    throw error;
  }
}
