"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import type { AnnotationProblem } from "#components/attribution/annotations/annotation-actions.ts";
import { annotationInput } from "#lib/attribution/annotations/annotation.ts";
import {
  createAnnotation,
  removeAnnotation,
  updateAnnotation,
} from "#lib/attribution/annotations/annotations.ts";
import { requireMemberForAction } from "#lib/auth/require-member.ts";
import { isFoyerError } from "#lib/errors.ts";

const idArgument = z.string().max(64);

/** Adds a note to the charts (id null) or changes one. */
export async function save(
  slug: string,
  id: string | null,
  draft: unknown,
): Promise<AnnotationProblem | undefined> {
  try {
    const { workspace, user } = await requireMemberForAction(slug, "reports.share");
    const input = annotationInput.safeParse(draft);
    if (!input.success) {
      const [issue] = input.error.issues;
      return { problem: issue?.message ?? "", field: String(issue?.path[0]) };
    }
    const wanted = idArgument.nullable().parse(id);
    if (wanted === null) await createAnnotation(workspace.id, user.id, input.data);
    else if (!(await updateAnnotation(workspace.id, user.id, wanted, input.data))) {
      return { problem: "This note is no more. Close this and look again." };
    }
    revalidatePath(`/${slug}/attribution`, "layout");
    return undefined;
  } catch (error) {
    if (isFoyerError(error)) return { problem: error.message };
    throw error;
  }
}

export async function remove(slug: string, id: string): Promise<string | undefined> {
  try {
    const { workspace, user } = await requireMemberForAction(slug, "reports.share");
    await removeAnnotation(workspace.id, user.id, idArgument.parse(id));
    revalidatePath(`/${slug}/attribution`, "layout");
    return undefined;
  } catch (error) {
    if (isFoyerError(error)) return error.message;
    throw error;
  }
}
