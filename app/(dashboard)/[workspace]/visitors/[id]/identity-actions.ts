"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import type { Candidate, IdentityActions } from "#components/visitors/identity/identity-actions.ts";
import type { Problem } from "#lib/attempt.ts";
import { type Member, requireMemberForAction } from "#lib/auth/require-member.ts";
import { FoyerError, isFoyerError } from "#lib/errors.ts";
import * as identity from "#lib/inbox/correct-identity.ts";
import { getVisitor } from "#lib/visitors/get-visitor.ts";
import { listVisitors } from "#lib/visitors/list-visitors.ts";
import { type MergePreview, previewMerge } from "#lib/visitors/preview-merge.ts";
import { visitorListParams } from "#lib/visitors/search-params.ts";

const idArgument = z.string().min(1).max(64);
const wrongArgument = z.object({
  scope: z.enum(["session", "device", "event"]),
  ref: z.string().min(1).max(256),
});
const FOUND = 8;

/** Gate, then work. An expected failure is answered in words. */
async function attempt<T>(
  slug: string,
  work: (member: Member) => Promise<T>,
): Promise<T | Problem> {
  try {
    return await work(await requireMemberForAction(slug, "leads.write"));
  } catch (error) {
    if (isFoyerError(error)) return { problem: error.message };
    if (error instanceof z.ZodError)
      return { problem: "This can’t be corrected. Reload the page." };
    throw error;
  }
}

/** Looks for the visitor that is meant; of no text, those seen last. */
export async function searchOthers(slug: string, id: string, text: string): Promise<Candidate[]> {
  const found = await attempt(slug, async ({ workspace }) => {
    const q = z.string().max(200).parse(text).trim();
    const params = visitorListParams.parse({ ...(q && { q }), limit: FOUND + 1 });
    const { rows } = await listVisitors(workspace.id, params);
    return rows
      .filter((row) => row.id !== id)
      .slice(0, FOUND)
      .map((row) => ({
        id: row.id,
        name: row.fullName ?? row.primaryEmail ?? "Unnamed visitor",
        more: [row.jobTitle, row.company?.name, row.fullName && row.primaryEmail]
          .filter(Boolean)
          .join(" · "),
      }));
  });
  return "problem" in found ? [] : found;
}

export async function previewMergeWith(
  slug: string,
  id: string,
  otherId: string,
): Promise<MergePreview | Problem> {
  return attempt(slug, async ({ workspace }) => {
    const found = await previewMerge(workspace.id, idArgument.parse(id), idArgument.parse(otherId));
    if (!found) throw new FoyerError("not_found", "This visitor is no longer there. Search again.");
    return found;
  });
}

export async function mergeInto(slug: string, fromId: string, intoId: string) {
  return attempt(slug, async ({ workspace, user }) => {
    const both = { fromId: idArgument.parse(fromId), intoId: idArgument.parse(intoId) };
    const { visitorId } = await identity.mergeVisitors(workspace.id, user.id, both);
    refresh(slug);
    return { href: `/${slug}/visitors/${visitorId}` };
  });
}

export async function detach(
  slug: string,
  id: string,
  wrong: Parameters<IdentityActions["detach"]>[0],
  into: string | null,
) {
  return attempt(slug, async ({ workspace, user }) => {
    const { correctionId } = await identity.detachEvidence(workspace.id, user.id, {
      visitorId: idArgument.parse(id),
      ...wrongArgument.parse(wrong),
      intoVisitorId: idArgument.nullable().parse(into),
    });
    refresh(slug);
    const isGone = (await getVisitor(workspace.id, id)) === null;
    return { correctionId, href: isGone ? `/${slug}/visitors/corrections` : null };
  });
}

export async function undoCorrection(
  slug: string,
  correctionId: string,
): Promise<string | undefined> {
  const done = await attempt(slug, async ({ workspace, user }) => {
    await identity.revokeCorrection(workspace.id, user.id, idArgument.parse(correctionId));
    refresh(slug);
  });
  return done?.problem;
}

function refresh(slug: string): void {
  revalidatePath(`/${slug}/visitors`, "layout");
}
