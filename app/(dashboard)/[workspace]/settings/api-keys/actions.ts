"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import { createApiKey } from "#lib/api-keys/create-api-key.ts";
import { revokeApiKey } from "#lib/api-keys/revoke-api-key.ts";
import { API_SCOPES } from "#lib/api-keys/scopes.ts";
import { attempt, checked, type Problem, problemOf } from "#lib/attempt.ts";
import { recordAudit } from "#lib/audit/record.ts";
import { requireMemberForAction } from "#lib/auth/require-member.ts";

const newKey = z.object({
  name: z
    .string()
    .trim()
    .min(1, "Enter a name, so that you can tell your keys apart.")
    .max(100, "Use a shorter name."),
  scopes: z.array(z.enum(API_SCOPES)).min(1, "Choose at least one thing that the key may do."),
});
const idArgument = z.string().max(64);

// Leaves the page as it is: the dialog that shows the key refreshes it when it closes.
export async function create(
  slug: string,
  name: string,
  scopes: string[],
): Promise<{ key: string } | Problem> {
  return attempt(async () => {
    const { workspace, user } = await requireMemberForAction(slug, "apikeys.manage");
    const input = checked(newKey, { name, scopes });
    const made = await createApiKey({ workspaceId: workspace.id, createdById: user.id, ...input });
    await recordAudit(workspace.id, user.id, "api_key.created", made.id, input);
    return { key: made.key };
  });
}

export async function revoke(slug: string, id: string): Promise<string | undefined> {
  return problemOf(async () => {
    const { workspace, user } = await requireMemberForAction(slug, "apikeys.manage");
    const wanted = idArgument.parse(id);
    if (await revokeApiKey(workspace.id, wanted)) {
      await recordAudit(workspace.id, user.id, "api_key.revoked", wanted);
    }
    revalidatePath(`/${slug}/settings/api-keys`);
  });
}
