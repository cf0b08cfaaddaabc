"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import type { Refusal } from "#components/scoring/scoring-actions.ts";
import { type Member, requireMemberForAction } from "#lib/auth/require-member.ts";
import { isFoyerError } from "#lib/errors.ts";
import { previewRules, type RulesPreview } from "#lib/scoring/preview-rules.ts";
import { parseDraft } from "#lib/scoring/rules-draft.ts";
import { saveRules } from "#lib/scoring/save-rules.ts";
import type { ScoreRules } from "#lib/scoring/score-rules.ts";

const versionArgument = z.int().min(0);

/** Gate, check, then work. What stands in the way is answered in words. */
async function attempt<T>(
  slug: string,
  draft: unknown,
  work: (admin: Member, rules: ScoreRules) => Promise<T>,
): Promise<T | Refusal> {
  try {
    const admin = await requireMemberForAction(slug, "scoring.manage");
    const { rules, errors } = parseDraft(draft);
    return rules ? await work(admin, rules) : { errors };
  } catch (error) {
    if (isFoyerError(error)) return { problem: error.message };
    throw error;
  }
}

export async function previewScoreRules(
  slug: string,
  draft: unknown,
): Promise<{ preview: RulesPreview } | Refusal> {
  return attempt(slug, draft, async ({ workspace }, rules) => ({
    preview: await previewRules(workspace.id, rules),
  }));
}

export async function saveScoreRules(
  slug: string,
  draft: unknown,
  version: number,
): Promise<{ version: number } | Refusal> {
  return attempt(slug, draft, async ({ workspace, user }, rules) => {
    const saved = await saveRules(workspace.id, user.id, {
      rules,
      version: versionArgument.parse(version),
    });
    revalidatePath(`/${workspace.slug}/settings/scoring`);
    return { version: saved.version };
  });
}
