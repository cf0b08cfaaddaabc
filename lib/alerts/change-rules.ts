import type { RuleInput } from "#lib/alerts/rule-input.ts";
import { type Asking, mayChange, maySee } from "#lib/alerts/rule-rights.ts";
import { storeChannels } from "#lib/alerts/store-channels.ts";
import { recordAudit } from "#lib/audit/record.ts";
import { now } from "#lib/clock.ts";
import { db } from "#lib/db/client.ts";
import type { Prisma } from "#lib/db/generated/client.ts";
import { FoyerError } from "#lib/errors.ts";
import { newTimeId } from "#lib/ids.ts";

type Tx = Prisma.TransactionClient;

const MAX_RULES = 200;

/** A rule as it was stored; `secret` signs its outgoing webhook and is shown once. */
export interface StoredRule {
  id: string;
  secret: string | null;
}

/** Makes a rule and turns it on. Throws `forbidden`, `conflict` for one too many, `invalid_request`. */
export async function createRule(
  workspaceId: string,
  by: Asking,
  input: RuleInput,
): Promise<StoredRule> {
  const ownerId = input.scope === "mine" ? by.userId : null;
  if (!mayChange({ ownerId }, by)) throw forbidden();
  return db().$transaction(async (tx) => {
    if ((await tx.alertRule.count({ where: { workspaceId } })) >= MAX_RULES) {
      throw new FoyerError("conflict", `There are ${MAX_RULES} alerts already. Delete one first.`);
    }
    const at = now();
    const id = newTimeId("alr", at);
    await tx.alertRule.create({
      data: {
        ...{ workspaceId, id, ownerId, createdById: by.userId, ...columnsOf(input) },
        ...{ createdAt: new Date(at), enabledAt: new Date(at) },
      },
    });
    const secret = await storeChannels(tx, workspaceId, id, input);
    await audit(tx, workspaceId, by, "created", id, { name: input.name });
    return { id, secret };
  });
}

/**
 * Changes a rule; whose it is stays. One that is on counts as turned on now, so that what happened
 * before does not fire by the new conditions. Throws as `createRule`, and `not_found`.
 */
export async function updateRule(
  workspaceId: string,
  by: Asking,
  id: string,
  input: RuleInput,
): Promise<StoredRule> {
  return db().$transaction(async (tx) => {
    const rule = await requireRule(tx, workspaceId, by, id);
    if ((rule.ownerId === null) !== (input.scope === "workspace")) throw forbidden();
    await tx.alertRule.update({
      where: { workspaceId_id: { workspaceId, id } },
      data: { ...columnsOf(input), ...(rule.enabledAt && { enabledAt: new Date(now()) }) },
    });
    const secret = await storeChannels(tx, workspaceId, id, input);
    await audit(tx, workspaceId, by, "changed", id, { name: input.name });
    return { id, secret };
  });
}

/** Turns a rule on (for what happens from now on) or off. Throws `not_found`, `forbidden`. */
export async function setRuleEnabled(
  workspaceId: string,
  by: Asking,
  id: string,
  enabled: boolean,
): Promise<void> {
  await db().$transaction(async (tx) => {
    const rule = await requireRule(tx, workspaceId, by, id);
    if ((rule.enabledAt !== null) === enabled) return;
    await tx.alertRule.update({
      where: { workspaceId_id: { workspaceId, id } },
      data: { enabledAt: enabled ? new Date(now()) : null },
    });
    await audit(tx, workspaceId, by, enabled ? "enabled" : "disabled", id);
  });
}

/** Deletes a rule with its log and what it has not sent yet. Throws `not_found`, `forbidden`. */
export async function deleteRule(workspaceId: string, by: Asking, id: string): Promise<void> {
  await db().$transaction(async (tx) => {
    const rule = await requireRule(tx, workspaceId, by, id);
    await tx.alertRule.delete({ where: { workspaceId_id: { workspaceId, id } } });
    await audit(tx, workspaceId, by, "deleted", id, { name: rule.name });
  });
}

function columnsOf(input: RuleInput) {
  const { name, conditions, audience, memberIds, delivery, digestHour, timezone } = input;
  return {
    ...{ name, conditions, audience, delivery, digestHour, timezone },
    memberIds: audience === "members" ? memberIds : [],
    cooldownMinutes: input.cooldownMinutes,
  };
}

async function requireRule(tx: Tx, workspaceId: string, by: Asking, id: string) {
  const rule = await tx.alertRule.findUnique({ where: { workspaceId_id: { workspaceId, id } } });
  if (!rule || !maySee(rule, by)) throw new FoyerError("not_found", "There is no such alert.");
  if (!mayChange(rule, by)) throw forbidden();
  return rule;
}

function audit(
  tx: Tx,
  workspaceId: string,
  by: Asking,
  verb: string,
  id: string,
  detail?: { name: string },
) {
  return recordAudit(workspaceId, by.userId, `alert_rule.${verb}`, id, detail, tx);
}

function forbidden(): FoyerError {
  return new FoyerError("forbidden", "Alerts of the workspace are changed by its admins.");
}
