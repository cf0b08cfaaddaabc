"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import type { Refusal } from "#components/scoring/scoring-actions.ts";
import { attempt } from "#lib/attempt.ts";
import { type Member, requireMemberForAction } from "#lib/auth/require-member.ts";
import { previewRules, type RulesPreview } from "#lib/scoring/preview-rules.ts";
import { parseDraft } from "#lib/scoring/rules-draft.ts";
import { saveRules } from "#lib/scoring/save-rules.ts";
import type { ScoreRules } from "#lib/scoring/score-rules.ts";

const versionArgument = z.int().min(0);

/** Gate, check, then work. What stands in the way is answered in words. */
async function withRules<T>(
  slug: string,
  draft: unknown,
  work: (admin: Member, rules: ScoreRules) => Promise<T>,
): Promise<T | Refusal> {
  return attempt(async () => {
    const admin = await requireMemberForAction(slug, "scoring.manage");
    const { rules, errors } = parseDraft(draft);
    return rules ? await work(admin, rules) : { errors };
  });
}

export async function previewScoreRules(
  slug: string,
  draft: unknown,
): Promise<{ preview: RulesPreview } | Refusal> {
  return withRules(slug, draft, async ({ workspace }, rules) => ({
    preview: await previewRules(workspace.id, rules),
  }));
}

export async function saveScoreRules(
  slug: string,
  draft: unknown,
  version: number,
): Promise<{ version: number } | Refusal> {
  return withRules(slug, draft, async ({ workspace, user }, rules) => {
    const saved = await saveRules(workspace.id, user.id, {
      rules,
      version: versionArgument.parse(version),
    });
    revalidatePath(`/${workspace.slug}/settings/scoring`);
    return { version: saved.version };
  });
}
