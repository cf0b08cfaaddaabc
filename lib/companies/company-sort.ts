import { z } from "zod";
import { Prisma } from "#lib/db/generated/client.ts";
import { decodeCursor, encodeCursor } from "#lib/keyset.ts";
import { type KeysetSort, keysetSort } from "#lib/keyset-sort.ts";

const { sql } = Prisma;

/** What a row must hold so that a cursor can be made of it. */
export interface CompanySortRow {
  id: string;
  lastSeenAt: string | null;
  visitors: number;
  scoreRank: number;
  sortName: string;
}

/** Orders by a column that is never null, on a table aliased `c`. */
export const companySorts: Record<"-visitors" | "-score" | "name", KeysetSort<CompanySortRow>> = {
  "-score": keysetSort({
    name: "-score",
    kind: "rank",
    column: sql`c."scoreRank"`,
    id: sql`c.id`,
    keyOf: (row) => [row.scoreRank, row.id],
  }),
  "-visitors": keysetSort({
    name: "-visitors",
    kind: "whole",
    column: sql`c.visitors`,
    id: sql`c.id`,
    keyOf: (row) => [row.visitors, row.id],
  }),
  name: keysetSort({
    name: "name",
    kind: "text",
    column: sql`c."sortName"`,
    id: sql`c.id`,
    keyOf: (row) => [row.sortName, row.id],
  }),
};

const seenKey = z.tuple([z.iso.datetime().nullable(), z.string()]);

/**
 * The latest visit first; companies that nobody came from (a former employer) have no time and stand
 * last. The two halves have conditions of their own, so that each is read in the order of the index.
 */
export const byLastSeen = {
  after(cursor: string | undefined): { seen: Prisma.Sql; unseen: Prisma.Sql } {
    const isSeen = sql`c."lastSeenAt" IS NOT NULL`;
    const isUnseen = sql`c."lastSeenAt" IS NULL`;
    const key = decodeCursor(cursor, "-lastSeenAt", seenKey);
    if (!key) return { seen: isSeen, unseen: isUnseen };
    const [at, id] = key;
    return at === null
      ? { seen: sql`false`, unseen: sql`${isUnseen} AND c.id < ${id}::text` }
      : { seen: sql`(c."lastSeenAt", c.id) < (${at}::timestamptz, ${id}::text)`, unseen: isUnseen };
  },
  cursorOf: (row: CompanySortRow) => encodeCursor("-lastSeenAt", [row.lastSeenAt, row.id]),
};
