import { z } from "zod";
import { now } from "#lib/clock.ts";
import { sql } from "#lib/db/client.ts";
import { log } from "#lib/log.ts";
import { pruneWorkspace } from "./prune-workspace.ts";

const DAY_MS = 86_400_000;
/** A turn is short, so that a process that is to stop need not wait; the next one goes on from there. */
const TURN_MS = 8_000;

const row = z.object({ workspaceId: z.string() });

/** Workspaces that keep something for a time only, the longest ago pruned first. */
export async function listPruning(since: Date): Promise<string[]> {
  const rows = await sql().query(
    `SELECT "workspaceId" FROM privacy_settings
     WHERE coalesce("visitorDays", "visitDays", "payloadDays", "deliveryDays", "auditDays", "fileDays")
       IS NOT NULL AND ("prunedAt" IS NULL OR "prunedAt" <= $1)
     ORDER BY "prunedAt" NULLS FIRST, "workspaceId"`,
    [since],
  );
  return rows.map((one) => row.parse(one).workspaceId);
}

/** Once a day for each workspace, in turns. */
export async function pruneDue(): Promise<void> {
  const end = now() + TURN_MS;
  for (const workspaceId of await listPruning(new Date(now() - DAY_MS))) {
    if (now() >= end) return;
    const { counts, isDone } = await pruneWorkspace(workspaceId, { isOver: () => now() >= end });
    log().info({ workspaceId, ...counts, isDone }, "pruned");
  }
}
