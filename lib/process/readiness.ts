import { z } from "zod";
import { now } from "#lib/clock.ts";
import { sql } from "#lib/db/client.ts";
import { listPendingMigrations } from "#lib/db/migrate.ts";
import { env } from "#lib/env.ts";
import { workerIdleMs } from "#lib/inbox/worker.ts";
import { log } from "#lib/log.ts";

/** Whether this process can serve: each check's own word, and the state of the ledger. */
export interface Readiness {
  status: "ok" | "unavailable";
  checks: {
    database: "ok" | "unavailable";
    migrations: "ok" | "pending" | "unknown";
    worker: "ok" | "stalled" | "elsewhere";
    ledger: {
      pending: number;
      oldestPendingSeconds: number | null;
      lastProjectedAt: string | null;
    } | null;
  };
}

const STALLED_MS = 60_000;

// The queue holds only what is pending, so counting it is cheap. The last projection is among the newest
// deliveries, or, behind a long backlog, the newest one before it.
const LEDGER = `
  SELECT (SELECT count(*)::int FROM delivery_queue) AS pending,
    (SELECT extract(epoch FROM now() - min("availableAt"))::float8 FROM delivery_queue) AS oldest,
    (SELECT max(l."projectedAt") FROM workspace w, LATERAL (
      (SELECT max("projectedAt") AS "projectedAt" FROM (
        SELECT d."projectedAt" FROM delivery d WHERE d."workspaceId" = w."id"
        ORDER BY d."id" DESC LIMIT 1000) newest)
      UNION ALL
      (SELECT d."projectedAt" FROM delivery d
      WHERE d."workspaceId" = w."id" AND d."projectedAt" IS NOT NULL AND d."id" <
        (SELECT min(q."deliveryId") FROM delivery_queue q WHERE q."workspaceId" = w."id")
      ORDER BY d."id" DESC LIMIT 1)) l) AS "lastProjectedAt"`;

const ledgerRow = z.object({
  pending: z.number(),
  oldest: z.number().nullable(),
  lastProjectedAt: z.date().nullable(),
});

/** Checks database, migrations, worker and ledger. Never throws. */
export async function readiness(): Promise<Readiness> {
  const idle = workerIdleMs(now());
  const worker =
    env().FOYER_ROLE === "web"
      ? "elsewhere"
      : idle !== null && idle < STALLED_MS
        ? "ok"
        : "stalled";
  try {
    const pending = await listPendingMigrations(sql());
    const row = ledgerRow.parse((await sql().query(LEDGER))[0]);
    const isReady = pending.length === 0 && worker !== "stalled";
    return {
      status: isReady ? "ok" : "unavailable",
      checks: {
        database: "ok",
        migrations: pending.length === 0 ? "ok" : "pending",
        worker,
        ledger: {
          pending: row.pending,
          oldestPendingSeconds: row.oldest === null ? null : Math.max(0, Math.round(row.oldest)),
          lastProjectedAt: row.lastProjectedAt?.toISOString() ?? null,
        },
      },
    };
  } catch (error) {
    log().warn({ err: error }, "readiness: the database does not answer");
    return {
      status: "unavailable",
      checks: { database: "unavailable", migrations: "unknown", worker, ledger: null },
    };
  }
}
