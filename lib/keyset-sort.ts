import { z } from "zod";
import { Prisma } from "#lib/db/generated/client.ts";
import { decodeCursor, encodeCursor } from "#lib/keyset.ts";

const KINDS = {
  instant: { key: z.iso.datetime(), cast: Prisma.sql`::timestamptz` },
  whole: { key: z.int(), cast: Prisma.sql`::int` },
  rank: { key: z.int(), cast: Prisma.sql`::bigint` },
  text: { key: z.string(), cast: Prisma.sql`::text` },
} as const;

/** An order of a list: one column that is never null, then the id, both in one direction. */
export interface KeysetSort<Row> {
  /** What is ordered by, before the id. */
  column: Prisma.Sql;
  /** What stands behind ORDER BY. */
  order: Prisma.Sql;
  /** The condition for what comes behind a cursor; none without a cursor. */
  after(cursor: string | undefined): Prisma.Sql[];
  cursorOf(row: Row): string;
}

/**
 * Builds an order that pages by key. `name` is the sort's word in the URL (a leading minus is
 * descending); the table needs an index (workspaceId, column, id) in that direction.
 */
export function keysetSort<Row>(spec: {
  name: string;
  kind: keyof typeof KINDS;
  column: Prisma.Sql;
  id: Prisma.Sql;
  keyOf: (row: Row) => readonly [string | number, string];
}): KeysetSort<Row> {
  const { name, column, id, keyOf } = spec;
  const { key, cast } = KINDS[spec.kind];
  const cursorKey = z.tuple([key, z.string()]);
  const isDescending = name.startsWith("-");
  const direction = isDescending ? Prisma.sql`DESC` : Prisma.sql`ASC`;
  const beyond = isDescending ? Prisma.sql`<` : Prisma.sql`>`;
  return {
    column,
    order: Prisma.sql`${column} ${direction}, ${id} ${direction}`,
    after(cursor) {
      const values = decodeCursor(cursor, name, cursorKey);
      if (!values) return [];
      return [Prisma.sql`(${column}, ${id}) ${beyond} (${values[0]}${cast}, ${values[1]}::text)`];
    },
    cursorOf: (row) => encodeCursor(name, keyOf(row)),
  };
}

/** The order of tables that page by when a row was made, newest first: columns `createdAt` and `id`. */
export const newestFirst = keysetSort<{ createdAt: string; id: string }>({
  name: "-createdAt",
  kind: "instant",
  column: Prisma.sql`"createdAt"`,
  id: Prisma.sql`id`,
  keyOf: ({ createdAt, id }) => [createdAt, id],
});
