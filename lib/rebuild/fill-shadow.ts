import { z } from "zod";
import { holdProjection } from "#lib/db/hold-projection.ts";
import type { Engine, Sql } from "#lib/db/sql.ts";
import { FoyerError } from "#lib/errors.ts";
import { contributionOf } from "#lib/events/read-event.ts";
import { BODY_TEXT, parseStoredBody } from "#lib/inbox/parse-body.ts";
import { type Incoming, projectEvents } from "#lib/inbox/project.ts";
import { applyCorrectionsSince } from "#lib/inbox/reapply-corrections.ts";
import { restoreCompanies } from "#lib/privacy/erased-companies.ts";
import { settleScores } from "#lib/scoring/recompute-scores.ts";
import { rescoreAccounts } from "#lib/scoring/rescore-accounts.ts";
import { PROJECTED_TABLES } from "./projected-tables.ts";
import { enterShadow, SHADOW, type Shadow } from "./shadow.ts";

const deliveryRow = z.object({
  id: z.string(),
  webhookId: z.string(),
  bodyHash: z.string(),
  body: z.string(),
});
type Taken = z.output<typeof deliveryRow>;

// Bodies may have 1 MiB each, so a page is no longer than a batch of the drain.
const PAGE = 200;

// What the live tables are made of. A delivery that was projected and is on the queue again (replay)
// is pending, yet its event still stands in the live tables; `projectedAt` tells.
const SELECT = `
  SELECT d."id", d."webhookId", d."bodyHash", ${BODY_TEXT}
  FROM delivery d
  JOIN delivery_body b ON b."workspaceId" = d."workspaceId" AND b."deliveryId" = d."id"
  WHERE d."workspaceId" = $1
    AND (d."state" IN ('projected', 'duplicate') OR d."projectedAt" IS NOT NULL)`;

// An id begins with the time of receipt: the primary key gives the order of arrival.
const NEXT_PAGE = `${SELECT} AND d."id" > $2 ORDER BY d."id" LIMIT ${PAGE}`;

const NOT_SEEN = `${SELECT} AND NOT EXISTS (
    SELECT 1 FROM ${SHADOW}.seen s WHERE s."deliveryId" = d."id")
  ORDER BY d."id" LIMIT ${PAGE}`;

/**
 * Projects what the ledger holds of a workspace into the shadow tables, page by page in the order of
 * arrival, each page in its own transaction. Deliveries themselves are only read. Returns how many it
 * took; what is projected meanwhile is left to `catchUp`.
 */
export async function fillShadow(
  engine: Engine,
  shadow: Shadow,
  workspaceId: string,
  onProgress: (deliveries: number) => void = () => {},
): Promise<number> {
  await engine.transaction(async (tx) => {
    await enterShadow(tx, shadow);
    await restoreCompanies(tx, workspaceId);
  });
  let taken = 0;
  let pages = 0;
  let after: string | null = "";
  while (after !== null) {
    const from: string = after;
    const page = await engine.transaction(async (tx) => {
      await enterShadow(tx, shadow);
      const rows = await tx.query(NEXT_PAGE, [workspaceId, from]);
      const deliveries = rows.map((row) => deliveryRow.parse(row));
      await project(tx, workspaceId, deliveries);
      // New tables have no statistics, and plans made for empty ones get slow as they grow.
      if (Number.isInteger(Math.log2(++pages))) await analyze(tx);
      return deliveries;
    });
    taken += page.length;
    onProgress(taken);
    after = page.length < PAGE ? null : (page.at(-1)?.id ?? null);
  }
  return taken;
}

/**
 * Brings the shadow tables level with the live ones, inside the caller's transaction, which from then on
 * holds the workspace's projection still until it ends. `corrections` is their version from before the
 * tables were filled: what people corrected meanwhile is applied to what was filled in already.
 */
export async function catchUp(
  tx: Sql,
  shadow: Shadow,
  workspaceId: string,
  corrections: string,
): Promise<number> {
  await enterShadow(tx, shadow);
  await holdProjection(tx, workspaceId);
  await requireAllBodies(tx, workspaceId);
  await restoreCompanies(tx, workspaceId);
  await applyCorrectionsSince(tx, workspaceId, corrections);
  let taken = 0;
  for (;;) {
    const rows = await tx.query(NOT_SEEN, [workspaceId]);
    if (rows.length === 0) {
      const accounts = await copyOutcomes(tx, shadow, workspaceId);
      // The first pages may have been scored by rules that are no longer in force.
      await settleScores(tx, workspaceId);
      await rescoreAccounts(tx, workspaceId, accounts);
      return taken;
    }
    await project(
      tx,
      workspaceId,
      rows.map((row) => deliveryRow.parse(row)),
    );
    taken += rows.length;
  }
}

/**
 * The replay ran without outcomes, which its replacements of long ago would have moved; the scores count
 * them. Returns the accounts that have one.
 */
async function copyOutcomes(tx: Sql, shadow: Shadow, workspaceId: string): Promise<string[]> {
  const rows = await tx.query(
    `INSERT INTO ${SHADOW}.outcome SELECT * FROM ${shadow.live}.outcome WHERE "workspaceId" = $1
     RETURNING coalesce("companyId", "visitorId") AS id`,
    [workspaceId],
  );
  return [...new Set(rows.map(({ id }) => String(id)))];
}

/** What was erased after it had been taken in must not come back with the shadow tables. */
async function requireAllBodies(tx: Sql, workspaceId: string): Promise<void> {
  const gone = await tx.query(
    `SELECT 1 FROM ${SHADOW}.seen s WHERE NOT EXISTS (SELECT 1 FROM delivery_body b
       WHERE b."workspaceId" = $1 AND b."deliveryId" = s."deliveryId") LIMIT 1`,
    [workspaceId],
  );
  if (gone.length > 0) throw changedMeanwhile();
}

/** What was read of the ledger is no longer what it says. */
export function changedMeanwhile(): FoyerError {
  return new FoyerError(
    "conflict",
    "Something was erased or pruned meanwhile. Nothing was changed; start again.",
  );
}

async function project(tx: Sql, workspaceId: string, deliveries: readonly Taken[]) {
  await holdProjection(tx, workspaceId);
  await projectEvents(
    tx,
    workspaceId,
    deliveries.flatMap((delivery) => incomingOf(delivery) ?? []),
  );
  await tx.query(`INSERT INTO ${SHADOW}.seen SELECT unnest($1::text[])`, [
    deliveries.map((delivery) => delivery.id),
  ]);
}

/** The event of a delivery; null where this version of the program no longer reads one from it. */
function incomingOf({ id, webhookId, bodyHash, body }: Taken): Incoming | null {
  const parsed = parseStoredBody(body);
  if (!parsed.ok) return null;
  const reading = contributionOf(parsed.value, { webhookId, hash: bodyHash });
  return reading.ok ? { deliveryId: id, contribution: reading.contribution } : null;
}

async function analyze(tx: Sql): Promise<void> {
  await tx.query(`ANALYZE ${PROJECTED_TABLES.map(({ name }) => `${SHADOW}.${name}`).join(", ")}`);
}
