"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import { type ChannelRule, channelRuleList } from "#lib/attribution/channel-rules/channel-rule.ts";
import {
  type ChannelPreview,
  previewChannelRules,
} from "#lib/attribution/channel-rules/preview.ts";
import { listChannelRules, saveChannelRules } from "#lib/attribution/channel-rules/versions.ts";
import { recordAudit } from "#lib/audit/record.ts";
import { type Member, requireMemberForAction } from "#lib/auth/require-member.ts";
import { FoyerError, isFoyerError } from "#lib/errors.ts";

const versionArgument = z.int().min(0);

/** The rules, or a FoyerError that says which of them will not do. */
function parseRules(raw: unknown): ChannelRule[] {
  const rules = channelRuleList.safeParse(raw);
  if (rules.success) return rules.data;
  const [issue] = rules.error.issues;
  const at = issue?.path[0];
  const place = typeof at === "number" ? `Rule ${at + 1}: ` : "";
  throw new FoyerError("invalid_request", `${place}${issue?.message ?? ""}`);
}

/** Gate, then work; an expected failure is answered in words. */
async function attempt<T>(
  slug: string,
  work: (member: Member) => Promise<T>,
): Promise<{ done: T } | { problem: string }> {
  try {
    return { done: await work(await requireMemberForAction(slug, "goals.manage")) };
  } catch (error) {
    if (isFoyerError(error)) return { problem: error.message };
    throw error;
  }
}

export async function preview(
  slug: string,
  raw: unknown,
): Promise<{ preview: ChannelPreview } | { problem: string }> {
  const result = await attempt(slug, ({ workspace }) =>
    previewChannelRules(workspace.id, parseRules(raw)),
  );
  return "problem" in result ? result : { preview: result.done };
}

async function putInForce(
  { workspace, user }: Member,
  rules: readonly ChannelRule[],
  basedOn: number,
  note: string | null,
) {
  const { version } = await saveChannelRules(workspace, user.id, rules, basedOn, note);
  await recordAudit(workspace.id, user.id, "channel_rules.changed", String(version), {
    rules: [...rules],
  });
  revalidatePath(`/${workspace.slug}/settings/channels`);
}

export async function save(
  slug: string,
  raw: unknown,
  basedOn: number,
): Promise<string | undefined> {
  const result = await attempt(slug, (member) =>
    putInForce(member, parseRules(raw), versionArgument.parse(basedOn), null),
  );
  return "problem" in result ? result.problem : undefined;
}

/** Version 0 is that of the default channels alone. */
export async function restore(
  slug: string,
  version: number,
  basedOn: number,
): Promise<string | undefined> {
  const result = await attempt(slug, async (member) => {
    const wanted = versionArgument.parse(version);
    const versions = await listChannelRules(member.workspace.id);
    const found = versions.find((one) => one.version === wanted);
    if (!found && wanted !== 0) throw new FoyerError("not_found", "This version is no more.");
    const note = `Version ${wanted} again`;
    await putInForce(member, found?.rules ?? [], versionArgument.parse(basedOn), note);
  });
  return "problem" in result ? result.problem : undefined;
}
