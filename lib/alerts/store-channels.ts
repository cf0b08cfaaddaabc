import type { RuleInput } from "#lib/alerts/rule-input.ts";
import { now } from "#lib/clock.ts";
import type { Prisma } from "#lib/db/generated/client.ts";
import { FoyerError } from "#lib/errors.ts";
import { newTimeId } from "#lib/ids.ts";
import { channelContext } from "#lib/outbox/destination.ts";
import { parseOutgoingUrl } from "#lib/outbox/outgoing-url.ts";
import { encryptSecret } from "#lib/webhooks/keyring.ts";
import { keyring } from "#lib/webhooks/live-endpoint.ts";
import { newWebhookSecret, secretHint } from "#lib/webhooks/secret-format.ts";

type Tx = Prisma.TransactionClient;

/**
 * Brings a rule's channels in line with what was asked for. Returns the signing secret of an outgoing
 * webhook that is new: it cannot be read again. Throws `invalid_request` for a URL that won't do.
 */
export async function storeChannels(
  tx: Tx,
  workspaceId: string,
  ruleId: string,
  input: RuleInput,
): Promise<string | null> {
  const rows = await tx.alertChannel.findMany({ where: { workspaceId, ruleId } });
  const present = new Map(rows.map((row) => [row.kind, row]));
  const wanted = (["app", "email", "slack", "webhook"] as const).filter((kind) => input[kind]);
  await tx.alertChannel.deleteMany({
    where: { workspaceId, ruleId, kind: { notIn: [...wanted] } },
  });
  for (const kind of ["app", "email"] as const) {
    if (!input[kind] || present.has(kind)) continue;
    await tx.alertChannel.create({ data: { ...key(workspaceId), ruleId, kind } });
  }
  const slackUrl = input.slack?.url;
  if (slackUrl !== undefined) {
    const url = field("slack", () => parseOutgoingUrl(slackUrl));
    await tx.alertChannel.deleteMany({ where: { workspaceId, ruleId, kind: "slack" } });
    await createSealed(tx, workspaceId, ruleId, "slack", url.href, url.hostname);
  } else if (input.slack && !present.has("slack")) {
    throw new FoyerError("invalid_request", "Enter the URL of the Slack webhook.", {
      field: "slack",
    });
  }
  const webhookUrl = input.webhook?.url;
  if (webhookUrl === undefined) return null;
  const { href } = field("webhook", () => parseOutgoingUrl(webhookUrl));
  const known = present.get("webhook");
  if (known) {
    await tx.alertChannel.update({
      where: { workspaceId_id: { workspaceId, id: known.id } },
      data: { url: href },
    });
    return null;
  }
  const secret = newWebhookSecret();
  await createSealed(tx, workspaceId, ruleId, "webhook", secret, secretHint(secret), href);
  return secret;
}

const key = (workspaceId: string) => ({ workspaceId, id: newTimeId("alc", now()) });

async function createSealed(
  tx: Tx,
  workspaceId: string,
  ruleId: string,
  kind: "slack" | "webhook",
  secret: string,
  hint: string,
  url: string | null = null,
): Promise<void> {
  const { id } = key(workspaceId);
  const sealed = encryptSecret(keyring(), secret, channelContext(workspaceId, id));
  await tx.alertChannel.create({ data: { workspaceId, id, ruleId, kind, url, hint, ...sealed } });
}

/** Says of which channel the URL is that was refused. */
function field<T>(name: string, parse: () => T): T {
  try {
    return parse();
  } catch (error) {
    if (!(error instanceof FoyerError)) throw error;
    throw new FoyerError(error.code, error.message, { field: name });
  }
}
