"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import { attempt, checked, type Problem, problemOf } from "#lib/attempt.ts";
import { annotationInput } from "#lib/attribution/annotations/annotation.ts";
import {
  createAnnotation,
  removeAnnotation,
  updateAnnotation,
} from "#lib/attribution/annotations/annotations.ts";
import { requireMemberForAction } from "#lib/auth/require-member.ts";
import { FoyerError } from "#lib/errors.ts";

const idArgument = z.string().max(64);

/** Adds a note to the charts (id null) or changes one. */
export async function save(
  slug: string,
  id: string | null,
  draft: unknown,
): Promise<Problem | undefined> {
  return attempt(async () => {
    const { workspace, user } = await requireMemberForAction(slug, "reports.share");
    const input = checked(annotationInput, draft);
    const wanted = idArgument.nullable().parse(id);
    if (wanted === null) await createAnnotation(workspace.id, user.id, input);
    else if (!(await updateAnnotation(workspace.id, user.id, wanted, input))) {
      throw new FoyerError("gone", "This note is no more. Close this and look again.");
    }
    revalidatePath(`/${slug}/attribution`, "layout");
    return undefined;
  });
}

export async function remove(slug: string, id: string): Promise<string | undefined> {
  return problemOf(async () => {
    const { workspace, user } = await requireMemberForAction(slug, "reports.share");
    await removeAnnotation(workspace.id, user.id, idArgument.parse(id));
    revalidatePath(`/${slug}/attribution`, "layout");
  });
}
