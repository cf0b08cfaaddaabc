import { randomUUID } from "node:crypto";
import { db, sql } from "#lib/db/client.ts";
import { newId, sha256 } from "#lib/ids.ts";
import { drainOnce } from "#lib/inbox/drain.ts";
import { recordDelivery } from "#lib/inbox/ledger.ts";
import { keepUp } from "#lib/inbox/upkeep.ts";

/** An empty workspace with an endpoint id that exists in the tables' keys only. */
export async function makeWorkspace(name = randomUUID()): Promise<string> {
  const id = newId("ws");
  await db().workspace.create({ data: { id, slug: name, name } });
  return id;
}

/** Writes payloads to the ledger as verified deliveries, in this order. */
export async function deliver(
  workspaceId: string,
  payloads: readonly object[],
  webhookIdOf: (index: number) => string = () => `msg_${randomUUID()}`,
  receivedAt = new Date(),
): Promise<void> {
  for (const [index, payload] of payloads.entries()) {
    const body = new TextEncoder().encode(JSON.stringify(payload));
    await recordDelivery({
      workspaceId,
      endpointId: "default",
      webhookId: webhookIdOf(index),
      body,
      bodyHash: sha256(body),
      receivedAt,
      sentAt: receivedAt,
      secretId: "sec_test",
      derivation: "decoded",
      state: "pending",
      reason: null,
    });
  }
}

/** Projects all that is pending, in batches of `limit`. */
export async function drainAll(limit = 200): Promise<void> {
  for (let count = await drainOnce(limit); count > 0; count = await drainOnce(limit))
    await keepUp(sql(), count);
  const left = await sql().query("SELECT 1 FROM delivery WHERE state = 'failed'");
  if (left.length > 0) {
    const why = await sql().query("SELECT detail FROM delivery WHERE state = 'failed' LIMIT 1");
    throw new Error(`projection failed: ${JSON.stringify(why[0])}`);
  }
}
