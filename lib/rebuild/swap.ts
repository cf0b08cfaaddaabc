import { z } from "zod";
import type { Sql } from "#lib/db/sql.ts";
import { moveTeamRecords } from "#lib/leads/move-records.ts";
import { handItemsToCompanies } from "#lib/worklist/move-work-items.ts";
import { PROJECTED_TABLES } from "./projected-tables.ts";
import { leaveShadow, SHADOW, type Shadow } from "./shadow.ts";
import { loadColumns, rowObject, type TableColumns } from "./table-columns.ts";

/** What the swap did to one table. */
export interface TableSwap {
  table: string;
  written: number;
  removed: number;
}

/**
 * Makes the live rows of a workspace equal to the rebuilt ones, in the caller's transaction. Rows are
 * exchanged rather than tables: that keeps the names of indexes and constraints, grants and policies as
 * the migrations made them, takes no lock that a reader would meet, leaves other workspaces alone, and
 * writes only the rows that differ. Readers see the old rows until the commit and then the new ones.
 */
export async function swapIn(tx: Sql, shadow: Shadow, workspaceId: string): Promise<TableSwap[]> {
  await leaveShadow(tx, shadow);
  // Before the events change: they tell who took over from whom.
  const successors = await listSuccessors(tx, workspaceId);
  const swaps: TableSwap[] = [];
  for (const one of PROJECTED_TABLES) {
    swaps.push(await exchange(tx, shadow, await loadColumns(tx, shadow.live, one), workspaceId));
  }
  await moveTeamRecords(tx, workspaceId, successors);
  await handItemsToCompanies(tx, workspaceId, null);
  return swaps;
}

const countRow = z.object({ rows: z.number() });

async function exchange(
  tx: Sql,
  shadow: Shadow,
  table: TableColumns,
  workspaceId: string,
): Promise<TableSwap> {
  const name = `${shadow.live}.${table.name}`;
  const quote = (names: readonly string[]) => names.map((column) => `"${column}"`).join(", ");
  const sameKey = table.key.map((column) => `t."${column}" = r."${column}"`).join(" AND ");
  const rest = table.columns.filter((column) => !table.key.includes(column));
  const set = rest.map((column) => `"${column}" = EXCLUDED."${column}"`).join(", ");
  const [removed] = await tx.query(
    `WITH gone AS (
       DELETE FROM ${name} t WHERE t."workspaceId" = $1 AND NOT EXISTS (
         SELECT 1 FROM ${SHADOW}.${table.name} r WHERE ${sameKey})
       RETURNING 1
     ) SELECT count(*)::int AS rows FROM gone`,
    [workspaceId],
  );
  const [written] = await tx.query(
    `WITH differing AS (
       SELECT ${quote(table.columns)} FROM ${SHADOW}.${table.name} r
       WHERE r."workspaceId" = $1 AND NOT EXISTS (
         SELECT 1 FROM ${name} t WHERE ${sameKey}
           AND ${rowObject(table, "t")}::text = ${rowObject(table, "r")}::text)
     ), written AS (
       INSERT INTO ${name} (${quote(table.columns)}) SELECT ${quote(table.columns)} FROM differing
       ON CONFLICT (${quote(table.key)}) DO ${rest.length > 0 ? `UPDATE SET ${set}` : "NOTHING"}
       RETURNING 1
     ) SELECT count(*)::int AS rows FROM written`,
    [workspaceId],
  );
  return {
    table: table.name,
    written: countRow.parse(written).rows,
    removed: countRow.parse(removed).rows,
  };
}

const successorRow = z.object({ from: z.string(), to: z.string() });

/**
 * Visitors with records of the team that the rebuilt tables do not know (a change of the rules gave
 * them another id), each with the rebuilt visitor that has its latest event. A record whose visitor
 * left no trace stays where it is: nothing that a person wrote is deleted.
 */
async function listSuccessors(tx: Sql, workspaceId: string) {
  const rows = await tx.query(
    `WITH held AS (
       SELECT "visitorId" FROM lead WHERE "workspaceId" = $1
       UNION SELECT "visitorId" FROM visitor_tag WHERE "workspaceId" = $1
       UNION SELECT "visitorId" FROM lead_change WHERE "workspaceId" = $1
       UNION SELECT "visitorId" FROM note WHERE "workspaceId" = $1 AND "visitorId" IS NOT NULL
       UNION SELECT "visitorId" FROM task WHERE "workspaceId" = $1 AND "visitorId" IS NOT NULL
       UNION SELECT "accountId" FROM work_item WHERE "workspaceId" = $1 AND "kind" = 'visitor'
       UNION SELECT "visitorId" FROM outcome WHERE "workspaceId" = $1 AND "visitorId" IS NOT NULL
     )
     SELECT DISTINCT ON (h."visitorId") h."visitorId" AS "from", r."visitorId" AS "to"
     FROM held h
     JOIN event e ON e."workspaceId" = $1 AND e."visitorId" = h."visitorId"
     JOIN ${SHADOW}.event r ON r."workspaceId" = $1 AND r."eventId" = e."eventId"
       AND r."hash" = e."hash" AND r."visitorId" IS NOT NULL
     WHERE NOT EXISTS (
       SELECT 1 FROM ${SHADOW}.visitor v WHERE v."workspaceId" = $1 AND v."id" = h."visitorId")
     ORDER BY h."visitorId", e."occurredAt" DESC, e."eventId" COLLATE "C" DESC, e."hash" DESC`,
    [workspaceId],
  );
  return rows.map((row) => successorRow.parse(row));
}
