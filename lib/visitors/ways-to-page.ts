import { Prisma } from "#lib/db/generated/client.ts";
import { estimateEach } from "#lib/estimate-rows.ts";
import type { VisitorListParams } from "#lib/visitors/search-params.ts";
import { fromSide, sidesOf, sideWaysOf } from "#lib/visitors/visitor-sides.ts";
import { visitorSorts } from "#lib/visitors/visitor-sort.ts";
import {
  ownConditions,
  resolveScope,
  sideConditions,
  type VisitorScope,
  visitorConditions,
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
  /** How many may be looked through before finding all that match is quicker. */
  longest: number;
  /** Whether those that match may stand together further back where the start has hardly any. */
  isApart?: boolean;
}

/** So many at most are looked through in their order with a table beside them. */
const LOOKED_THROUGH = 6_000;
/** Looked through are so many times those that would fill the page, were all evenly spread. */
const UNEVEN = 3;
/** Where the start has some of the page, it is looked for in a start that is so many times longer, at most. */
const LONGER = 3;
/** How much longer than that which would fill the page, if it went on like this. */
const MARGIN = 1.4;
/** In so many, in their order, words are looked for first: that tells how frequent they are there. */
const LOOKED_AT = 3_000;
/** Where these hold nearly none although many match, which then stand apart, a page of them was found in so many. */
const APART = 15_000;
/** To begin with the trigram index takes as long as looking through so many, */
const IN_TRIGRAMS = 3_000;
/** and each that it finds and that is looked up then, as long as looking through so many. */
const PER_MATCH = 2;
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
  const resolved = await resolveScope(workspaceId, params);
  const { country, validity, leastRank, seenFrom, seenTo, q, tagIds } = resolved;
  const uneven = [country, validity, leastRank, seenFrom, seenTo, q];
  const isEven =
    uneven.every((value) => value === undefined) && sidesOf(resolved, tagIds).length === 0;
  if (isEven) return { first: null, all: allInOrder(workspaceId, resolved) };
  const { scope, sides, total, expected, indexed } = await weigh(workspaceId, resolved);
  const inOrder = allInOrder(workspaceId, scope);
  const foundFirst = sql`(SELECT v.id, v."lastSeenAt", v."scoreRank", v.pageviews, v."sortName"
    FROM ${inOrder} OFFSET 0) v`;
  if (sides.some(({ form }) => form === "few")) return { first: null, all: foundFirst };
  // The share of all that the tables beside them let through.
  const share = sides.reduce((so, { rows }) => (so * Math.min(rows, total)) / total, 1);
  if (q !== undefined) {
    const all = expected > MANY ? inOrder : foundFirst;
    return { first: startWithWords(workspaceId, scope, { total, expected, share }), all };
  }
  if (sides.length > 0) {
    const isHeld = sides.some(({ form }) => form === "some");
    return { first: isHeld ? probedFirst(workspaceId, scope, share) : null, all: inOrder };
  }
  const isFew = expected <= IN_INDEX * Math.sqrt(scope.limit * total);
  if (!isFew) return { first: null, all: inOrder };
  return { first: startInIndex(workspaceId, scope, { total, expected, indexed }), all: foundFirst };
}

/** All visitors that match, from the cursor on. */
function allInOrder(workspaceId: string, scope: Scope): Prisma.Sql {
  const after = visitorSorts[scope.sort].after(scope.cursor);
  return sql`visitor v WHERE ${Prisma.join([...visitorConditions(workspaceId, scope), ...after], " AND ")}`;
}

/**
 * The scope with how its sides are asked, those ways, how many visitors the workspace has, how many of them are expected
 * to have the words or, where there are neither words nor sides, to pass the visitors' own filters, and those `indexed`.
 */
async function weigh(workspaceId: string, scope: Scope) {
  const { stage, country, validity, leastRank, seenFrom, seenTo, q, words } = scope;
  const own = { stage, country, validity, leastRank, seenFrom, seenTo };
  const besides = sidesOf(scope, scope.tagIds);
  // Words are weighed already, and beside a side what a visitor's own filters find does not decide.
  const areAlone = q === undefined && besides.length === 0;
  const visitors = areAlone ? [{}, own, { country }, { validity }, { stage }] : [{}];
  const estimates = await estimateEach([
    ...besides.map((side) => sql`SELECT 1 ${fromSide(workspaceId, side)}`),
    ...visitors.map((each) => {
      const where = Prisma.join(visitorConditions(workspaceId, each), " AND ");
      return sql`SELECT 1 FROM visitor v WHERE ${where}`;
    }),
  ]);
  const sideWays = sideWaysOf(besides, estimates);
  const [total = 0, fitting = 0, ofCountry = 0, ofValidity = 0, ofStage = 0] = estimates.slice(
    besides.length,
  );
  const expected = words ? words.share * total : fitting;
  const indexed = Math.min(ofCountry, ofValidity, IN_INDEX * ofStage);
  return {
    scope: { ...scope, sideWays },
    sides: Object.values(sideWays),
    total,
    expected,
    indexed,
  };
}

interface Found {
  /** Visitors of the workspace, and those of them whom the words (or the filters) let through, as is expected. */
  total: number;
  expected: number;
  /** Of those, what the tables beside them let through. */
  share: number;
  /** What it costs to find all who pass the filters: an index of a country or of a validity holds the others, too. */
  indexed: number;
}

/**
 * The start of the list, whose rows are looked at for the words: they may be anywhere in it, and where they are (names in the
 * order of names, a title that scores high) only the rows tell. Null where finding all that match is quicker, wherever they are.
 */
function startWithWords(
  workspaceId: string,
  scope: Scope,
  { total, expected, share }: Omit<Found, "indexed">,
): Start | null {
  const longest = IN_TRIGRAMS + PER_MATCH * expected;
  // As many as would fill the page, were those that match evenly spread.
  const even = (scope.limit * total) / (share * Math.max(1, expected));
  if (even > longest) return null;
  const all = [sql`v."workspaceId" = ${workspaceId}`];
  const left = visitorConditions(workspaceId, probed(scope));
  const table = startOf(scope, sql`*`, all, left);
  return { most: LOOKED_AT, table, longest, isApart: APART <= longest };
}

/**
 * The start of the list as its index alone holds it: soon done where those that match are spread over it. Null where
 * finding all that match is quicker, or where they are fewer than `expected` says, or surely stand together.
 */
function startInIndex(
  workspaceId: string,
  scope: Scope,
  { total, expected, indexed }: Omit<Found, "share">,
): Start | null {
  const { company, companyId, leastRank, seenFrom, seenTo, sort, limit } = scope;
  const most = Math.ceil((UNEVEN * limit * total) / Math.max(1, expected));
  const narrowing = [company, companyId, leastRank, seenFrom, seenTo];
  if (most > indexed || narrowing.some((value) => value !== undefined)) return null;
  const { column } = visitorSorts[sort];
  const columns = sql`v."workspaceId", v.id, v.stage, v.validity, v."countryCode", ${column}`;
  const all = [sql`v."workspaceId" = ${workspaceId}`];
  const table = startOf(scope, columns, all, ownConditions(workspaceId, scope));
  return { most, table, longest: indexed };
}

/** Tables of the first visitors of the list `within` some conditions, with these columns, of which those `left` match. */
function startOf(
  { sort, cursor }: Scope,
  columns: Prisma.Sql,
  within: readonly Prisma.Sql[],
  left: readonly Prisma.Sql[],
): Start["table"] {
  const { order, after } = visitorSorts[sort];
  const conditions = Prisma.join([...within, ...after(cursor)], " AND ");
  const from = sql`SELECT ${columns} FROM visitor v WHERE ${conditions} ORDER BY ${order}`;
  return (count) => sql`(${from} LIMIT ${count}) v WHERE ${Prisma.join([...left], " AND ")}`;
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
  const columns = sql`v."workspaceId", v.id, ${visitorSorts[scope.sort].column}`;
  const left = sideConditions(workspaceId, probed(scope));
  const table = startOf(scope, columns, ownConditions(workspaceId, scope), left);
  return { most, table, longest: LONGER * most };
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
  { most, table, longest, isApart = false }: Start,
  wanted: number,
  ask: (from: Prisma.Sql) => Promise<T[]>,
): Promise<T[] | null> {
  const found = await ask(table(most));
  if (found.length >= wanted) return found;
  const asHere = (MARGIN * most * wanted) / found.length;
  const longer = Math.max(asHere <= longest ? asHere : 0, isApart ? APART : 0);
  if (longer <= most) return null;
  const more = await ask(table(Math.ceil(longer)));
  return more.length >= wanted ? more : null;
}
