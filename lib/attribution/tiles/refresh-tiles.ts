import { z } from "zod";
import { addDays, localDate } from "#lib/attribution/period.ts";
import { now } from "#lib/clock.ts";
import { sql } from "#lib/db/client.ts";
import { ensureTiles } from "./ensure-tiles.ts";
import { spansOf } from "./spans.ts";

/** As far back as the longest ready-made period reaches. */
const DAYS = 90;

const workspaceRow = z.object({ id: z.string(), timezone: z.string() });
const goalRow = z.object({ goal: z.string() });

/**
 * Adds up the last 90 local dates of every workspace in its own time zone, as far as they have changed,
 * so that nobody who opens a report has to wait for it. Reports do not depend on it: what is not there
 * they add up themselves.
 */
export async function refreshTiles(): Promise<void> {
  const rows = await sql().query(
    `SELECT w."id", w."timezone" FROM workspace w
     WHERE EXISTS (SELECT 1 FROM session s WHERE s."workspaceId" = w."id") ORDER BY w."id"`,
  );
  for (const row of rows) {
    const { id, timezone } = workspaceRow.parse(row);
    const to = localDate(now(), timezone);
    const spans = spansOf(addDays(to, 1 - DAYS), to, timezone);
    await ensureTiles(id, timezone, { traffic: true }, spans);
    for (const goal of await listGoals(id)) await ensureTiles(id, timezone, { goal }, spans);
  }
}

async function listGoals(workspaceId: string): Promise<string[]> {
  const rows = await sql().query(
    `SELECT unnest(ARRAY['identified', 'qualified', 'enriched', 'valid_email']) AS goal
     UNION ALL SELECT 'page:' || "id" FROM goal_rule WHERE "workspaceId" = $1`,
    [workspaceId],
  );
  return rows.map((row) => goalRow.parse(row).goal);
}
