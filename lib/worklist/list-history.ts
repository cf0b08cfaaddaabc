import { z } from "zod";
import { instant, whole } from "#lib/columns.ts";
import { Prisma } from "#lib/db/generated/client.ts";
import { selectRows } from "#lib/select.ts";
import type { AccountRef } from "#lib/worklist/account.ts";

const { sql } = Prisma;

const historyRow = z.object({
  id: z.string(),
  kind: z.enum(["outcome", "note"]),
  at: instant,
  by: z.string().nullable(),
  /** The outcome's word, or the note. */
  text: z.string(),
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
        SELECT o.id, 'outcome' AS kind, o.at, o."userId", o.status AS text, o."amountMinor", o.currency
        FROM outcome o WHERE o."workspaceId" = ${workspaceId} AND ${isOf(sql`o`)}
        UNION ALL
        SELECT n.id, 'note', n."createdAt", n."authorId", n.body, NULL, NULL
        FROM note n WHERE n."workspaceId" = ${workspaceId} AND ${isOf(sql`n`)}
      ) h LEFT JOIN "user" u ON u.id = h."userId"
      ORDER BY h.at DESC, h.id DESC LIMIT ${limit}`,
  );
}
