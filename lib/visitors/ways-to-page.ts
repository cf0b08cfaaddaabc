import { Prisma } from "#lib/db/generated/client.ts";
import { estimateRows } from "#lib/estimate-rows.ts";
import type { VisitorListParams } from "#lib/visitors/search-params.ts";
import { visitorSorts } from "#lib/visitors/visitor-sort.ts";
import {
  resolveScope,
  type VisitorScope,
  visitorConditions,
  withSideForms,
} from "#lib/visitors/visitor-where.ts";

const { sql } = Prisma;

/** Tables of visitors, aliased `v`, to cut a page out of. */
interface Ways {
  /** The cheaper one, which does when it fills the page. */
  first: Prisma.Sql | null;
  all: Prisma.Sql;
}

/** So many at most are looked through in their order before all that contain the words are found. */
const LOOKED_THROUGH = 6_000;
/** Looked through are so many times those that would fill the page, were the words evenly spread. */
const UNEVEN = 3;
/** Words that let more through than this are never all found: a page of them is soon read in any order. */
const MANY = 60_000;
/** Those that an index finds with all that they are sorted by cost a quarter of those looked up one by one. */
const IN_INDEX = 4;

/**
 * How a page is best found. The planner takes words, countries and validities for independent of each other and evenly
 * spread over every order, which they are not. Where surely few match, OFFSET 0 makes it find those first and sort them;
 * where words may let few or many through, the start of the list is looked through before.
 */
async function waysToPage(
  workspaceId: string,
  params: VisitorListParams & VisitorScope,
): Promise<Ways> {
  const scope = await withSideForms(workspaceId, await resolveScope(workspaceId, params));
  const { order, after } = visitorSorts[params.sort];
  const beyond = after(params.cursor);
  const conditions = visitorConditions(workspaceId, scope);
  const where = Prisma.join([...conditions, ...beyond], " AND ");
  const inOrder = sql`visitor v WHERE ${where}`;
  const foundFirst = sql`(SELECT v.id, v."lastSeenAt", v."scoreRank", v.pageviews, v."sortName"
    FROM ${inOrder} OFFSET 0) v`;
  if (Object.values(scope.sideForms ?? {}).includes("few")) return { first: null, all: foundFirst };
  const { q, stage, country, validity, leastRank, seenFrom, seenTo } = scope;
  const uneven = [country, validity, leastRank, seenFrom, seenTo];
  const isSided = Object.keys(scope.sideForms ?? {}).length > 0;
  if (q === undefined && (isSided || uneven.every((value) => value === undefined)))
    return { first: null, all: inOrder };
  const { limit } = params;
  const total = await expectedOf(workspaceId, {});
  if (q === undefined) {
    const own = { stage, country, validity, leastRank, seenFrom, seenTo };
    const isFew = (await expectedOf(workspaceId, own)) <= IN_INDEX * Math.sqrt(limit * total);
    return { first: null, all: isFew ? foundFirst : inOrder };
  }
  const expected = Math.max(1, await expectedOf(workspaceId, { q }));
  if (expected > MANY) return { first: null, all: inOrder };
  // Words of one title come together: there may be as many as of the rarest.
  const filling = (limit * total) / Math.max(expected, scope.words?.rarest ?? 0);
  // In the order of names, those that begin with a word stand together, anywhere.
  const isHeaped = params.sort === "name" && !scope.words;
  if (isHeaped || filling > LOOKED_THROUGH) return { first: null, all: foundFirst };
  const start = Prisma.join([sql`v."workspaceId" = ${workspaceId}`, ...beyond], " AND ");
  const most = scope.words ? LOOKED_THROUGH : Math.min(LOOKED_THROUGH, Math.ceil(UNEVEN * filling));
  const first = sql`(SELECT * FROM visitor v WHERE ${start} ORDER BY ${order} LIMIT ${most}) v
    WHERE ${Prisma.join(conditions, " AND ")}`;
  return { first, all: foundFirst };
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
  const found = first && (await ask(first));
  return found && found.length > params.limit ? found : ask(all);
}

/** How many visitors the planner expects of filters. */
function expectedOf(workspaceId: string, filters: VisitorScope): Promise<number> {
  const where = Prisma.join(visitorConditions(workspaceId, filters), " AND ");
  return estimateRows(sql`SELECT 1 FROM visitor v WHERE ${where}`);
}
