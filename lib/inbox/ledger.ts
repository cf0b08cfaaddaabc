import { z } from "zod";
import { sql } from "#lib/db/client.ts";
import { newTimeId } from "#lib/ids.ts";
import { GroupCommit } from "#lib/inbox/group-commit.ts";
import { slot } from "#lib/slot.ts";

/** A verified delivery on its way into the ledger. */
export interface VerifiedDelivery {
  workspaceId: string;
  endpointId: string;
  webhookId: string;
  /** Empty for what a gate keeps out. */
  body: Uint8Array;
  /** Of the body as it was received, as `bytes` is its length where less of it is stored. */
  bodyHash: string;
  bytes?: number;
  /** Names of the fields that were taken out. */
  removed?: readonly string[];
  receivedAt: Date;
  sentAt: Date;
  secretId: string;
  derivation: string;
  /** `quarantined` for what must not be projected until an admin releases it; `ignored` behind a gate. */
  state: "pending" | "quarantined" | "ignored";
  reason: string | null;
  /** Of what is not projected: otherwise the projection reads it. */
  type?: string | null;
}

/** `stored`: a new row. `known`: the same webhook id was there before. */
export type LedgerAnswer = "stored" | "known";

const MAX_BATCH = 128;
// A batch is copied once more on its way to the database, so big bodies go in small batches.
const MAX_BATCH_BYTES = 8 * 1024 * 1024;
const MAX_WAITING = 1_024;
// What waited this long has been answered 503 (see the deadline in door.ts).
const MAX_WAIT_MS = 2_000;

const METADATA = [
  ["workspaceId", "text"],
  ["id", "text"],
  ["endpointId", "text"],
  ["webhookId", "text"],
  ["bodyHash", "text"],
  ["bytes", "int"],
  ["state", "text"],
  ["reason", "text"],
  ["receivedAt", "timestamptz"],
  ["sentAt", "timestamptz"],
  ["secretId", "text"],
  ["derivation", "text"],
  ["type", "text"],
  ["removed", "text[]"],
] as const;

const NAMES = METADATA.map(([name]) => `"${name}"`).join(", ");
const RECORD = METADATA.map(([name, type]) => `"${name}" ${type}`).join(", ");

// Two parameters for any number of rows: the metadata as JSON and all bodies behind one another, cut
// apart by position. A tuple of parameters per row costs both sides a third more (bench/README.md).
const INSERT = `
  WITH incoming AS (
    SELECT * FROM jsonb_to_recordset($1::text::jsonb) AS x(${RECORD}, "start" int, "length" int)
  ), inserted AS (
    INSERT INTO delivery (${NAMES}) SELECT ${NAMES} FROM incoming
    ON CONFLICT ("workspaceId", "webhookId", "endpointId") DO NOTHING
    RETURNING "workspaceId", "id"
  ), bodies AS (
    INSERT INTO delivery_body ("workspaceId", "deliveryId", "body")
    SELECT i."workspaceId", i."id", substring($2::bytea FROM i."start" FOR i."length")
    FROM incoming i JOIN inserted USING ("workspaceId", "id") WHERE i."length" > 0
  ), queued AS (
    INSERT INTO delivery_queue ("workspaceId", "deliveryId")
    SELECT i."workspaceId", i."id" FROM incoming i JOIN inserted USING ("workspaceId", "id")
    WHERE i."state" = 'pending'
  )
  SELECT "id" FROM inserted`;

// A webhook id that is there already: another body is flagged; a delivery that was only too old when it
// first came is released by a fresh signature over the same bytes.
const RECONCILE = `
  WITH incoming AS (
    SELECT * FROM jsonb_to_recordset($1::text::jsonb) AS x("workspaceId" text, "endpointId" text,
      "webhookId" text, "bodyHash" text, "state" text)
  ), conflicting AS (
    UPDATE delivery d SET "conflict" = true FROM incoming i
    WHERE d."workspaceId" = i."workspaceId" AND d."endpointId" = i."endpointId"
      AND d."webhookId" = i."webhookId" AND d."bodyHash" <> i."bodyHash" AND NOT d."conflict"
  ), released AS (
    UPDATE delivery d SET "state" = 'pending', "reason" = NULL FROM incoming i
    WHERE d."workspaceId" = i."workspaceId" AND d."endpointId" = i."endpointId"
      AND d."webhookId" = i."webhookId" AND d."bodyHash" = i."bodyHash" AND i."state" = 'pending'
      AND d."state" = 'quarantined' AND d."reason" = 'stale_timestamp'
    RETURNING d."workspaceId", d."id"
  )
  INSERT INTO delivery_queue ("workspaceId", "deliveryId")
  SELECT "workspaceId", "id" FROM released ON CONFLICT DO NOTHING`;

const idRow = z.object({ id: z.string() });

async function writeBatch(deliveries: VerifiedDelivery[]): Promise<LedgerAnswer[]> {
  const ids = deliveries.map((one) => newTimeId("del", one.receivedAt.getTime()));
  let start = 1;
  const metadata = deliveries.map(({ body, ...rest }, index) => {
    const length = body.byteLength;
    const row = { bytes: length, ...rest, id: ids[index], start, length };
    start += length;
    return row;
  });
  const bodies = Buffer.concat(deliveries.map(({ body }) => body));
  const rows = await sql().prepared.query(INSERT, [JSON.stringify(metadata), bodies]);
  const inserted = new Set(rows.map((row) => idRow.parse(row).id));
  const known = deliveries.filter((_one, index) => !inserted.has(ids[index] ?? ""));
  if (known.length > 0) {
    const keys = known.map(({ workspaceId, endpointId, webhookId, bodyHash, state }) => ({
      workspaceId,
      endpointId,
      webhookId,
      bodyHash,
      state,
    }));
    await sql().query(RECONCILE, [JSON.stringify(keys)]);
  }
  return ids.map((id) => (inserted.has(id) ? "stored" : "known"));
}

const commits = () =>
  slot(
    "ledger",
    () =>
      new GroupCommit(writeBatch, {
        maxItems: MAX_BATCH,
        maxWeight: MAX_BATCH_BYTES,
        weigh: ({ body }) => body.byteLength,
        maxWaiting: MAX_WAITING,
        maxWaitMs: MAX_WAIT_MS,
      }),
  );

/**
 * Writes a verified delivery to the ledger. When the promise resolves the row is committed, so the
 * delivery may be acknowledged; when it rejects nothing is known to be stored. Rejects at once with
 * `rate_limited` while too many deliveries wait.
 */
export function recordDelivery(delivery: VerifiedDelivery): Promise<LedgerAnswer> {
  return commits().submit(delivery);
}
