import { revalidatePath } from "next/cache";
import { type Member, requireMemberForAction } from "#lib/auth/require-member.ts";
import { isFoyerError } from "#lib/errors.ts";

/**
 * What each action of the team does: gate, change, fresh pages. Answers what stood in the way, in
 * words, or nothing. An argument of another shape than our pages send is thrown on.
 */
export async function change(
  slug: string,
  work: (member: Member) => Promise<unknown>,
): Promise<string | undefined> {
  try {
    await work(await requireMemberForAction(slug, "leads.write"));
  } catch (error) {
    if (isFoyerError(error)) return error.message;
    throw error;
  }
  // A note or a task shows on several pages.
  revalidatePath(`/${slug}`, "layout");
  return undefined;
}

/** The first thing that is wrong with what was typed, in words; null when nothing is. */
export function wrongIn(result: {
  success: boolean;
  error?: { issues: readonly { message: string }[] } | undefined;
}): string | null {
  return result.success ? null : (result.error?.issues[0]?.message ?? "This can’t be used.");
}
