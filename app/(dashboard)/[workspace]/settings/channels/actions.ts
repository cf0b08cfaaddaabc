"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import { attempt, type Problem, problemOf } from "#lib/attempt.ts";
import { type ChannelRule, channelRuleList } from "#lib/attribution/channel-rules/channel-rule.ts";
import {
  type ChannelPreview,
  previewChannelRules,
} from "#lib/attribution/channel-rules/preview.ts";
import { listChannelRules, saveChannelRules } from "#lib/attribution/channel-rules/versions.ts";
import { recordAudit } from "#lib/audit/record.ts";
import { type Member, requireMemberForAction } from "#lib/auth/require-member.ts";
import { FoyerError } from "#lib/errors.ts";

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

const gate = (slug: string) => requireMemberForAction(slug, "goals.manage");

export async function preview(
  slug: string,
  raw: unknown,
): Promise<{ preview: ChannelPreview } | Problem> {
  return attempt(async () => {
    const { workspace } = await gate(slug);
    return { preview: await previewChannelRules(workspace.id, parseRules(raw)) };
  });
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
  return problemOf(async () =>
    putInForce(await gate(slug), parseRules(raw), versionArgument.parse(basedOn), null),
  );
}

/** Version 0 is that of the default channels alone. */
export async function restore(
  slug: string,
  version: number,
  basedOn: number,
): Promise<string | undefined> {
  return problemOf(async () => {
    const member = await gate(slug);
    const wanted = versionArgument.parse(version);
    const versions = await listChannelRules(member.workspace.id);
    const found = versions.find((one) => one.version === wanted);
    if (!found && wanted !== 0) throw new FoyerError("not_found", "This version is no more.");
    const note = `Version ${wanted} again`;
    await putInForce(member, found?.rules ?? [], versionArgument.parse(basedOn), note);
  });
}
