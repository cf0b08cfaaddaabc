import { revalidatePath } from "next/cache";
import { problemOf } from "#lib/attempt.ts";
import { type Member, requireMemberForAction } from "#lib/auth/require-member.ts";

/**
 * What each action of the team does: gate, change, fresh pages. Answers what stood in the way, in
 * words, or nothing. An argument of another shape than our pages send is thrown on.
 */
export async function change(
  slug: string,
  work: (member: Member) => Promise<unknown>,
): Promise<string | undefined> {
  return problemOf(async () => {
    await work(await requireMemberForAction(slug, "leads.write"));
    // A note or a task shows on several pages.
    revalidatePath(`/${slug}`, "layout");
  });
}
