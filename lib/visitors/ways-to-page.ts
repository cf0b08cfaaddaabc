import { Prisma } from "#lib/db/generated/client.ts";
import { estimateEach } from "#lib/estimate-rows.ts";
import type { VisitorListParams } from "#lib/visitors/search-params.ts";
import { visitorSorts } from "#lib/visitors/visitor-sort.ts";
import {
  ownConditions,
  resolveScope,
  sideConditions,
  type VisitorScope,
  visitorConditions,
  withSideWays,
} from "#lib/visitors/visitor-where.ts";

const { sql } = Prisma;

/** Tables of visitors, aliased `v`, to cut a page out of. */
interface Ways {
  /** The cheaper one, which does when it fills the page. */
  first: Start | null;
  all: Prisma.Sql;
}

/** The first `most` visitors in the order of the list, of which those are left that match. */
interface Start {
  most: number;
  table: (most: number) => Prisma.Sql;
}

/** So many at most are looked through in their order before all that match are found. */
const LOOKED_THROUGH = 6_000;
/** Looked through are so many times those that would fill the page, were all evenly spread. */
const UNEVEN = 3;
/** Where the start has some of the page, it is looked for in a start that is so many times longer, at most. */
const LONGER = 3;
/** How much longer than that which would fill the page, if it went on like this. */
const MARGIN = 1.4;
/** Those that an index finds with all that they are sorted by cost a quarter of those looked up one by one. */
const IN_INDEX = 4;
/** Words that let more through than this are never all found: a page of them is soon read in any order. */
const MANY = 60_000;

type Scope = VisitorScope & Pick<VisitorListParams, "sort" | "cursor" | "limit">;

/**
 * How a page is best found. The planner takes words, countries and validities for independent of each other and evenly
 * spread over every order, which they are not. Where surely few match, OFFSET 0 makes it find those first and sort them;
 * where few or many may match, the start of the list is looked through before.
 */
async function waysToPage(
  workspaceId: string,
  params: VisitorListParams & VisitorScope,
): Promise<Ways> {
  const scope = await withSideWays(workspaceId, await resolveScope(workspaceId, params));
  const conditions = [
    ...visitorConditions(workspaceId, scope),
    ...visitorSorts[params.sort].after(params.cursor),
  ];
  const inOrder = sql`visitor v WHERE ${Prisma.join(conditions, " AND ")}`;
  const foundFirst = sql`(SELECT v.id, v."lastSeenAt", v."scoreRank", v.pageviews, v."sortName"
    FROM ${inOrder} OFFSET 0) v`;
  const sides = Object.values(scope.sideWays ?? {});
  if (sides.some(({ form }) => form === "few")) return { first: null, all: foundFirst };
  const { stage, country, validity, leastRank, seenFrom, seenTo, q } = scope;
  const own = { stage, country, validity, leastRank, seenFrom, seenTo };
  const uneven = [country, validity, leastRank, seenFrom, seenTo, q];
  const isEven = sides.length === 0 && uneven.every((value) => value === undefined);
  if (isEven) return { first: null, all: inOrder };
  const [total = 0, expected = 0] = await expectedOf(workspaceId, [
    {},
    q === undefined ? own : { q },
  ]);
  // The share of all that the tables beside them let through.
  const share = sides.reduce((so, { rows }) => (so * Math.min(rows, total)) / total, 1);
  if (q !== undefined)
    return waysToWords(workspaceId, scope, { total, expected, share, inOrder, foundFirst });
  if (sides.length > 0) {
    const isHeld = sides.some(({ form }) => form === "some");
    return { first: isHeld ? probedFirst(workspaceId, scope, share) : null, all: inOrder };
  }
  const isFew = expected <= IN_INDEX * Math.sqrt(scope.limit * total);
  return { first: null, all: isFew ? foundFirst : inOrder };
}

interface Found {
  /** Visitors of the workspace, and those of them whom the words let through, as the planner expects. */
  total: number;
  expected: number;
  share: number;
  inOrder: Prisma.Sql;
  foundFirst: Prisma.Sql;
}

function waysToWords(
  workspaceId: string,
  scope: Scope,
  { total, expected: planned, share, inOrder, foundFirst }: Found,
): Ways {
  const { sort, cursor, limit, words } = scope;
  const expected = Math.max(1, planned);
  const all = expected > MANY ? inOrder : foundFirst;
  // Words of one title come together: there may be as many as of the rarest.
  const filling = (limit * total) / (share * Math.max(expected, words?.rarest ?? 0));
  // In the order of names, those that begin with a word stand together, anywhere.
  const isHeaped = sort === "name" && !words && expected <= MANY;
  if (isHeaped || filling > LOOKED_THROUGH) return { first: null, all };
  const { order, after } = visitorSorts[sort];
  const start = [sql`v."workspaceId" = ${workspaceId}`, ...after(cursor)];
  const most = words ? LOOKED_THROUGH : Math.min(LOOKED_THROUGH, Math.ceil(UNEVEN * filling));
  const from = sql`SELECT * FROM visitor v WHERE ${Prisma.join(start, " AND ")} ORDER BY ${order}`;
  const where = Prisma.join(visitorConditions(workspaceId, probed(scope)), " AND ");
  return { first: startOf(most, from, where), all };
}

function startOf(most: number, from: Prisma.Sql, where: Prisma.Sql): Start {
  return { most, table: (count) => sql`(${from} LIMIT ${count}) v WHERE ${where}` };
}

/** The scope with each table beside the visitors asked for one visitor at a time. */
function probed(scope: Scope): Scope {
  const ways = Object.entries(scope.sideWays ?? {});
  const sideWays = Object.fromEntries(
    ways.map(([name, way]) => [name, { ...way, form: "probed" }]),
  );
  return { ...scope, sideWays };
}

/**
 * The start of the list, by what indexes hold of it, each looked up in the tables beside: soon done where these let
 * through enough to fill the page. Null where they hardly do.
 */
function probedFirst(workspaceId: string, scope: Scope, share: number): Start | null {
  const most = Math.ceil((UNEVEN * scope.limit) / share);
  if (most > LOOKED_THROUGH) return null;
  const { order, column, after } = visitorSorts[scope.sort];
  const own = [...ownConditions(workspaceId, scope), ...after(scope.cursor)];
  const start = Prisma.join(own, " AND ");
  const from = sql`SELECT v."workspaceId", v.id, ${column} FROM visitor v WHERE ${start} ORDER BY ${order}`;
  const where = Prisma.join(sideConditions(workspaceId, probed(scope)), " AND ");
  return startOf(most, from, where);
}

/**
 * The rows of a page and the one behind it, as `ask` reads them from a table of visitors aliased `v` and what is to be
 * true of them: in the order of `params.sort`, one more than `params.limit` at most.
 */
export async function askForPage<T>(
  workspaceId: string,
  params: VisitorListParams & VisitorScope,
  ask: (from: Prisma.Sql) => Promise<T[]>,
): Promise<T[]> {
  const { first, all } = await waysToPage(workspaceId, params);
  const found = first && (await askStart(first, params.limit + 1, ask));
  return found ?? ask(all);
}

/** A page of `wanted` rows out of the start of the list; null where that does not fill it. */
async function askStart<T>(
  { most, table }: Start,
  wanted: number,
  ask: (from: Prisma.Sql) => Promise<T[]>,
): Promise<T[] | null> {
  const found = await ask(table(most));
  if (found.length >= wanted) return found;
  const longer = Math.ceil((MARGIN * most * wanted) / Math.max(1, found.length));
  if (longer > LONGER * most) return null;
  const more = await ask(table(longer));
  return more.length >= wanted ? more : null;
}

/** How many visitors the planner expects of each of several filters. */
function expectedOf(workspaceId: string, filters: readonly VisitorScope[]): Promise<number[]> {
  return estimateEach(
    filters.map((each) => {
      const where = Prisma.join(visitorConditions(workspaceId, each), " AND ");
      return sql`SELECT 1 FROM visitor v WHERE ${where}`;
    }),
  );
}
