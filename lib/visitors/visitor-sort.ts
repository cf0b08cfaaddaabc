import { Prisma } from "#lib/db/generated/client.ts";
import { type KeysetSort, keysetSort } from "#lib/keyset-sort.ts";
import type { VISITOR_SORTS } from "#lib/visitors/search-params.ts";

const { sql } = Prisma;

/** What a row must hold so that a cursor can be made of it. */
export interface VisitorSortRow {
  id: string;
  lastSeenAt: string;
  scoreRank: number;
  pageviews: number;
  sortName: string;
}

const id = sql`v.id`;

/** The orders of a visitor list, on a table aliased `v`. */
export const visitorSorts: Record<(typeof VISITOR_SORTS)[number], KeysetSort<VisitorSortRow>> = {
  "-lastSeenAt": keysetSort({
    name: "-lastSeenAt",
    kind: "instant",
    column: sql`v."lastSeenAt"`,
    id,
    keyOf: (row) => [row.lastSeenAt, row.id],
  }),
  "-score": keysetSort({
    name: "-score",
    kind: "rank",
    column: sql`v."scoreRank"`,
    id,
    keyOf: (row) => [row.scoreRank, row.id],
  }),
  "-pageviews": keysetSort({
    name: "-pageviews",
    kind: "whole",
    column: sql`v.pageviews`,
    id,
    keyOf: (row) => [row.pageviews, row.id],
  }),
  name: keysetSort({
    name: "name",
    kind: "text",
    column: sql`v."sortName"`,
    id,
    keyOf: (row) => [row.sortName, row.id],
  }),
};
