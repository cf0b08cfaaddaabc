import { z } from "zod";
import type { Engine } from "#lib/db/sql.ts";
import { checkWorkspace } from "#lib/rebuild/rebuild.ts";

/** What a crash run came to; all but the first should be 0. */
export interface Verdict {
  acknowledged: number;
  /** Acknowledged webhook ids that the ledger does not have. */
  lost: number;
  /** Deliveries that were not projected in the end. */
  unfinished: number;
  /** Events that were projected more than once. */
  duplicates: number;
  /** Projected tables that differ from what the ledger gives. */
  divergent: number;
}

const countRow = z.object({ count: z.number() });

async function count(engine: Engine, text: string, values: readonly unknown[] = []) {
  const [row] = await engine.query(`SELECT count(*)::int AS count FROM (${text}) counted`, values);
  return countRow.parse(row).count;
}

/** How many acknowledged ids are not in the ledger, with their bytes. */
export function countLost(engine: Engine, acknowledged: Iterable<string>): Promise<number> {
  return count(
    engine,
    `SELECT 1 FROM unnest($1::text[]) AS x(id) WHERE NOT EXISTS (
       SELECT 1 FROM delivery d
       JOIN delivery_body b ON b."workspaceId" = d."workspaceId" AND b."deliveryId" = d."id"
       WHERE d."webhookId" = x.id AND d."endpointId" = 'default')`,
    [[...acknowledged]],
  );
}

/** Lets the leases of dead workers run out at once, as if their time had passed. */
export async function expireLeases(engine: Engine): Promise<void> {
  await engine.query(
    `UPDATE delivery_queue SET "availableAt" = least("availableAt", now()),
       "leasedUntil" = now() - interval '1 second' WHERE "leasedUntil" IS NOT NULL`,
  );
}

// A delivery that failed while its database was away waits for its next try; here it need not.
const HURRY = `UPDATE delivery_queue SET "availableAt" = now()
  WHERE "availableAt" > now() AND "leasedUntil" IS NULL`;

/** Waits until everything in the ledger is projected, `ms` at most. */
export async function waitUntilDrained(engine: Engine, ms = 60_000): Promise<void> {
  const end = Date.now() + ms;
  while (Date.now() < end && (await countUnfinished(engine)) > 0) {
    await engine.query(HURRY);
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
}

function countUnfinished(engine: Engine): Promise<number> {
  return count(engine, `SELECT 1 FROM delivery WHERE "state" IN ('pending', 'failed', 'dead')`);
}

// Exactly once: one row per event id, and one delivery that brought it.
const TWICE = `
  SELECT 1 FROM event GROUP BY "workspaceId", "eventId" HAVING count(*) > 1
  UNION ALL
  SELECT 1 FROM (
    SELECT "workspaceId", "eventId", count(*) AS times FROM delivery WHERE "state" = 'projected'
    GROUP BY "workspaceId", "eventId"
  ) d FULL JOIN event e USING ("workspaceId", "eventId")
  WHERE d.times IS DISTINCT FROM 1 OR e."hash" IS NULL
  UNION ALL
  SELECT 1 FROM delivery_queue q JOIN delivery d ON d."workspaceId" = q."workspaceId"
    AND d."id" = q."deliveryId" WHERE d."state" = 'projected'`;

/** Holds the ledger and the projections against what was acknowledged, after everything is drained. */
export async function verify(engine: Engine, acknowledged: ReadonlySet<string>): Promise<Verdict> {
  let divergent = 0;
  for (const row of await engine.query("SELECT id FROM workspace")) {
    const { tables } = await checkWorkspace(engine, String(row.id));
    divergent += tables.filter((table) => !table.isEqual).length;
  }
  return {
    acknowledged: acknowledged.size,
    lost: await countLost(engine, acknowledged),
    unfinished: await countUnfinished(engine),
    duplicates: await count(engine, TWICE),
    divergent,
  };
}
