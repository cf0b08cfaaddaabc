import { setImmediate as nextTurn } from "node:timers/promises";
import { z } from "zod";
import type { Sql } from "#lib/db/sql.ts";
import { contributionOf, type EventReading } from "#lib/events/read-event.ts";
import type { Lease } from "#lib/inbox/lease.ts";
import { BODY_TEXT, parseStoredBody } from "#lib/inbox/parse-body.ts";
import { MAX_BODY_BYTES } from "#lib/inbox/read-body.ts";

/** A claimed delivery and what its body says. */
export interface Claimed {
  workspaceId: string;
  id: string;
  lease: Lease;
  /** Characters of the body. */
  length: number;
  reading: EventReading;
}

const rowSchema = z.object({
  workspaceId: z.string(),
  id: z.string(),
  webhookId: z.string(),
  bodyHash: z.string(),
  body: z.string(),
});

const BODIES = `
  SELECT d."workspaceId", d."id", d."webhookId", d."bodyHash", ${BODY_TEXT}
  FROM jsonb_to_recordset($1::text::jsonb) AS x("workspaceId" text, "deliveryId" text)
  JOIN delivery d ON d."workspaceId" = x."workspaceId" AND d."id" = x."deliveryId"
  JOIN delivery_body b ON b."workspaceId" = x."workspaceId" AND b."deliveryId" = x."deliveryId"
  ORDER BY x."deliveryId"`;

// Reading a body takes a fraction of a millisecond; the webhook door and what
// waits for the database have their turn after so many.
const READ_PER_TURN = 4;

/**
 * Loads and reads the bodies of claimed deliveries. A body never changes, so this needs no lock and no
 * transaction: the next chunk is read while the database is still writing the last one.
 */
export async function readClaimed(sql: Sql, leases: readonly Lease[]): Promise<Claimed[]> {
  const rows = await sql.query(BODIES, [JSON.stringify(leases)]);
  const byId = new Map(leases.map((lease) => [`${lease.workspaceId} ${lease.deliveryId}`, lease]));
  const claimed: Claimed[] = [];
  for (const [index, row] of rows.entries()) {
    if (index % READ_PER_TURN === READ_PER_TURN - 1) await nextTurn();
    const { workspaceId, id, webhookId, bodyHash, body } = rowSchema.parse(row);
    const lease = byId.get(`${workspaceId} ${id}`);
    if (!lease) continue;
    const parsed = parseStoredBody(body);
    // The door has checked it; a body that fails here was changed in the database.
    const payload = parsed.ok ? parsed.value : null;
    const reading = contributionOf(payload, { webhookId, hash: bodyHash });
    claimed.push({ workspaceId, id, lease, length: body.length, reading });
  }
  return claimed;
}

const sizeRow = z.object({ deliveryId: z.string(), bytes: z.number() });

/** Splits leases into chunks of at most `maxItems` deliveries and `maxBytes` of bodies, in order. */
export async function chunkLeases(
  sql: Sql,
  leases: readonly Lease[],
  maxItems: number,
  maxBytes: number,
): Promise<Lease[][]> {
  // So few cannot be too much, however large each of them is.
  if (leases.length <= Math.min(maxItems, maxBytes / MAX_BODY_BYTES)) return [[...leases]];
  const rows = await sql.query(
    `SELECT x."deliveryId", d."bytes"
     FROM jsonb_to_recordset($1::text::jsonb) AS x("workspaceId" text, "deliveryId" text)
     JOIN delivery d ON d."workspaceId" = x."workspaceId" AND d."id" = x."deliveryId"`,
    [JSON.stringify(leases)],
  );
  const bytesOf = new Map(
    rows.map((row) => sizeRow.parse(row)).map((row) => [row.deliveryId, row.bytes]),
  );
  const chunks: Lease[][] = [];
  let chunk: Lease[] = [];
  let bytes = 0;
  for (const lease of leases) {
    const size = bytesOf.get(lease.deliveryId) ?? 0;
    if (chunk.length > 0 && (chunk.length === maxItems || bytes + size > maxBytes)) {
      chunks.push(chunk);
      chunk = [];
      bytes = 0;
    }
    chunk.push(lease);
    bytes += size;
  }
  if (chunk.length > 0) chunks.push(chunk);
  return chunks;
}
