import { z } from "zod";
import { instant, whole } from "#lib/columns.ts";
import { Prisma } from "#lib/db/generated/client.ts";
import { selectRows } from "#lib/select.ts";
import { type AccountRef, OUTCOME_STATUSES } from "#lib/worklist/account.ts";

const { sql } = Prisma;

const historyRow = z.object({
  id: z.string(),
  /** Null for a note. */
  status: z.enum(OUTCOME_STATUSES).nullable(),
  /** Null for an outcome. */
  note: z.string().nullable(),
  at: instant,
  userId: z.string(),
  by: z.string().nullable(),
  amountMinor: whole.nullable(),
  currency: z.string().nullable(),
});

export type HistoryEntry = z.output<typeof historyRow>;

/**
 * What the team wrote on an account, newest first: its outcomes and notes, for a company also those of
 * the days when its people were accounts of their own. No more than `limit`.
 */
export async function listHistory(
  workspaceId: string,
  { kind, id }: AccountRef,
  limit = 50,
): Promise<HistoryEntry[]> {
  const people = sql`SELECT v.id FROM visitor v WHERE v."workspaceId" = ${workspaceId} AND v."companyId" = ${id}`;
  const isOf = (alias: Prisma.Sql) =>
    kind === "visitor"
      ? sql`${alias}."visitorId" = ${id}`
      : sql`(${alias}."companyId" = ${id} OR ${alias}."visitorId" IN (${people}))`;
  return selectRows(
    historyRow,
    sql`SELECT h.*, u.name AS by FROM (
        SELECT o.id, o.status, NULL AS note, o.at, o."userId", o."amountMinor", o.currency
        FROM outcome o WHERE o."workspaceId" = ${workspaceId} AND ${isOf(sql`o`)}
        UNION ALL
        SELECT n.id, NULL, n.body, n."createdAt", n."authorId", NULL, NULL
        FROM note n WHERE n."workspaceId" = ${workspaceId} AND ${isOf(sql`n`)}
      ) h LEFT JOIN "user" u ON u.id = h."userId"
      ORDER BY h.at DESC, h.id DESC LIMIT ${limit}`,
  );
}
