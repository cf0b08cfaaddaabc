import { z } from "zod";
import { alertItem } from "#lib/alerts/alert.ts";
import { getRule } from "#lib/alerts/get-rules.ts";
import { loadCandidates } from "#lib/alerts/load-candidates.ts";
import { readWorkspace } from "#lib/alerts/read-workspace.ts";
import { listReachable } from "#lib/alerts/recipients.ts";
import { tell } from "#lib/alerts/tell.ts";
import { now } from "#lib/clock.ts";
import { sql } from "#lib/db/client.ts";
import type { Sql } from "#lib/db/sql.ts";
import { announce } from "#lib/notifications/announce.ts";
import { sendDue } from "#lib/outbox/run-outbox.ts";

const MAX_RULES = 200;
const MAX_ITEMS = 1_000;

const dueRule = z.object({ workspaceId: z.string(), ruleId: z.string() });
const firedRow = z.object({
  id: z.string(),
  visitorId: z.string(),
  why: z.array(z.string()),
  at: z.date(),
});

/** Sends the digests that are due, each in one transaction with the note that it was sent. */
export async function sendDigests(): Promise<void> {
  // alert_fired_dueAt_idx: only what waits for a digest has a time there.
  const rows = await sql().query(
    `SELECT DISTINCT "workspaceId", "ruleId" FROM alert_fired WHERE "dueAt" <= $1 LIMIT ${MAX_RULES}`,
    [new Date(now()).toISOString()],
  );
  for (const row of rows) {
    const { workspaceId, ruleId } = dueRule.parse(row);
    const told = await sql().transaction((tx) => sendDigest(tx, workspaceId, ruleId));
    await announce(workspaceId, told);
  }
  if (rows.length > 0) await sendDue();
}

async function sendDigest(tx: Sql, workspaceId: string, ruleId: string): Promise<string[]> {
  const rows = await tx.query(
    `UPDATE alert_fired f SET "dueAt" = NULL FROM (
       SELECT "id" FROM alert_fired
       WHERE "workspaceId" = $1 AND "ruleId" = $2 AND "dueAt" <= $3
       ORDER BY "dueAt", "id" LIMIT ${MAX_ITEMS} FOR UPDATE SKIP LOCKED
     ) due
     WHERE f."workspaceId" = $1 AND f."id" = due."id"
     RETURNING f."id", f."visitorId", f."why", f."at"`,
    [workspaceId, ruleId, new Date(now()).toISOString()],
  );
  const fired = rows
    .map((row) => firedRow.parse(row))
    .sort((a, b) => b.at.getTime() - a.at.getTime() || (a.id < b.id ? 1 : -1));
  const rule = await getRule(tx, workspaceId, ruleId);
  if (!rule?.enabledAt || fired.length === 0) return [];
  const visitorIds = [...new Set(fired.map(({ visitorId }) => visitorId))];
  const candidates = await loadCandidates(tx, workspaceId, visitorIds, now());
  const byId = new Map(candidates.map((one) => [one.visitorId, one]));
  // Who has been erased or merged away meanwhile is left out.
  const found = fired.flatMap(({ visitorId, why, at }) => {
    const candidate = byId.get(visitorId);
    if (!candidate) return [];
    return [{ item: alertItem(candidate, why, at.getTime()), leadOwnerId: candidate.ownerId }];
  });
  if (found.length === 0) return [];
  const members = await listReachable(tx, workspaceId);
  return tell(tx, rule, await readWorkspace(tx, workspaceId), found, "digest", members);
}
