import { recordAudit } from "#lib/audit/record.ts";
import { now } from "#lib/clock.ts";
import type { Prisma } from "#lib/db/generated/client.ts";
import { FoyerError } from "#lib/errors.ts";
import { newId } from "#lib/ids.ts";
import { isEndpointId } from "#lib/webhooks/live-endpoint.ts";
import { changing, insertSecret } from "#lib/webhooks/secrets.ts";

const MAX_NAME = 100;
// Any fixed number: endpoint ids are unique over all workspaces, so they are made one at a time.
const LOCK = 4_839_203;

type Tx = Prisma.TransactionClient;

/** An endpoint without its secrets. */
export interface Endpoint {
  id: string;
  name: string;
  createdAt: Date;
  disabledAt: Date | null;
}

/** What a new endpoint is made of: `id` and `secret` are given by the bootstrap alone. */
export interface NewEndpoint {
  name: string;
  id?: string;
  secret?: string;
  actorId?: string | null;
}

/**
 * Creates an endpoint with a first secret, which cannot be read again. The id is the last part of its
 * public URL and unique over all workspaces. Throws `invalid_request`, or `conflict` for a taken id.
 */
export async function createEndpoint(
  workspaceId: string,
  { name, id = newId("whe"), secret, actorId = null }: NewEndpoint,
): Promise<{ endpoint: Endpoint; secret: string }> {
  if (!isEndpointId(id)) {
    throw new FoyerError("invalid_request", "An endpoint id is up to 64 letters, digits, - or _.");
  }
  const data = { workspaceId, id, name: endpointName(name) };
  return changing(async (tx) => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(${LOCK}::bigint)`;
    if (await tx.webhookEndpoint.findFirst({ where: { id } })) {
      throw new FoyerError("conflict", "There is an endpoint with this id already.");
    }
    const { createdAt, disabledAt } = await tx.webhookEndpoint.create({ data });
    const made = await insertSecret(tx, workspaceId, id, secret);
    const detail = { name: data.name, secretId: made.id };
    await recordAudit(workspaceId, actorId, "webhook_endpoint.created", id, detail, tx);
    const endpoint = { id, name: data.name, createdAt, disabledAt };
    return { endpoint, secret: made.secret };
  });
}

/** Gives an endpoint another name; its URL stays. Throws `invalid_request`, `not_found`. */
export async function renameEndpoint(
  workspaceId: string,
  id: string,
  name: string,
  actorId: string | null = null,
): Promise<void> {
  const next = endpointName(name);
  await changing(async (tx) => {
    const { name: before } = await requireEndpoint(tx, workspaceId, id);
    if (before === next) return;
    await tx.webhookEndpoint.update({ where: keyOf(workspaceId, id), data: { name: next } });
    const detail = { from: before, to: next };
    await recordAudit(workspaceId, actorId, "webhook_endpoint.renamed", id, detail, tx);
  });
}

/** Closes an endpoint (its messages are answered 401) or opens it again. Throws `not_found`. */
export async function setEndpointDisabled(
  workspaceId: string,
  id: string,
  disabled: boolean,
  actorId: string | null = null,
): Promise<void> {
  await changing(async (tx) => {
    const { disabledAt } = await requireEndpoint(tx, workspaceId, id);
    if ((disabledAt !== null) === disabled) return;
    const data = { disabledAt: disabled ? new Date(now()) : null };
    await tx.webhookEndpoint.update({ where: keyOf(workspaceId, id), data });
    const action = disabled ? "webhook_endpoint.disabled" : "webhook_endpoint.enabled";
    await recordAudit(workspaceId, actorId, action, id, undefined, tx);
  });
}

const keyOf = (workspaceId: string, id: string) => ({ workspaceId_id: { workspaceId, id } });

async function requireEndpoint(tx: Tx, workspaceId: string, id: string): Promise<Endpoint> {
  const found = await tx.webhookEndpoint.findUnique({ where: keyOf(workspaceId, id) });
  if (!found) throw new FoyerError("not_found", "There is no such webhook endpoint.");
  return found;
}

function endpointName(text: string): string {
  const name = text.trim();
  if (name === "" || name.length > MAX_NAME) {
    throw new FoyerError("invalid_request", `Enter a name of up to ${MAX_NAME} letters.`, {
      field: "name",
    });
  }
  return name;
}
