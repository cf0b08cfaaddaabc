import { z } from "zod";
import { now } from "#lib/clock.ts";
import { sql } from "#lib/db/client.ts";
import { openStored } from "./kept-reports.ts";
import { REST } from "./read-kept.ts";

/** Reports that nobody has looked at for so long wait for the next who does. */
const USED_MINUTES = 60;
const FORGET_DAYS = 30;
/** All reports together take so much of a minute, those first that have waited longest. */
const ROUND_MS = 6_000;

const dueRow = z.object({ workspaceId: z.string(), kind: z.string(), query: z.unknown() });

/**
 * Brings up to date the kept reports that somebody has looked at lately, so that whoever looks again
 * need not wait. A report that takes long rests nine times as long. Forgets those that nobody reads.
 */
export async function refreshKept(): Promise<void> {
  const at = new Date(now()).toISOString();
  await sql().query(
    `DELETE FROM attribution_report WHERE "usedAt" < $1::timestamptz - make_interval(days => $2)`,
    [at, FORGET_DAYS],
  );
  const rows = await sql().query(
    `SELECT "workspaceId", kind, query FROM attribution_report
     WHERE "usedAt" > $1::timestamptz - make_interval(mins => $2)
       AND "addedUpAt" < $1::timestamptz - $3::int * "tookMs" * interval '1 millisecond'
     ORDER BY "addedUpAt", "workspaceId", kind, question`,
    [at, USED_MINUTES, REST],
  );
  const endsAt = performance.now() + ROUND_MS;
  for (const row of rows) {
    if (performance.now() > endsAt) return;
    const { workspaceId, kind, query } = dueRow.parse(row);
    const stored = openStored(kind, workspaceId, query);
    const found = await stored?.find(sql());
    if (stored && found && found.stamp !== found.now) await stored.refresh(found.now);
  }
}
