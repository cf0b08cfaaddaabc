import { z } from "zod";
import { instant, whole } from "#lib/columns.ts";
import { type CappedCount, countCapped } from "#lib/count-capped.ts";
import { Prisma } from "#lib/db/generated/client.ts";
import { estimateRows } from "#lib/estimate-rows.ts";
import { decodeCursor, encodeCursor, type Page, pageOf } from "#lib/keyset.ts";
import { selectRows } from "#lib/select.ts";
import { ACCOUNT_KINDS, type AccountKind } from "#lib/worklist/account.ts";
import {
  companyConditions,
  itemConditions,
  visitorConditions,
} from "#lib/worklist/account-filters.ts";
import { inView, isTaken, type Viewer } from "#lib/worklist/item-state.ts";
import type { WorklistFilters, WorklistParams, WorklistView } from "#lib/worklist/search-params.ts";

const { sql } = Prisma;

const listedRow = z.object({ kind: z.enum(ACCOUNT_KINDS), id: z.string() });

const itemOf = (id: Prisma.Sql, workspaceId: string) => sql`
  w."workspaceId" = ${workspaceId} AND w."accountId" = ${id}`;

/** The item of an account. New has none in it: there it is asked for what keeps the account out. */
function joinItem(id: Prisma.Sql, workspaceId: string, view: WorklistView): Prisma.Sql {
  return view === "new" ? sql`` : sql`JOIN work_item w ON ${itemOf(id, workspaceId)}`;
}

const BY_SCORE = { name: "-score", isUp: false, value: whole, cast: sql`::bigint` };
const BY_WAKING = { name: "waking", isUp: true, value: instant, cast: sql`::timestamptz` };
const BY_DONE = { name: "-done", isUp: false, value: instant, cast: sql`::timestamptz` };

/** What a view is ordered by: the score, what wakes first, what was done last. */
function orderOf(view: WorklistView, rank: Prisma.Sql) {
  if (view === "waiting") return { ...BY_WAKING, column: sql`w."snoozedUntil"` };
  if (view === "done") return { ...BY_DONE, column: sql`w."doneAt"` };
  return { ...BY_SCORE, column: rank };
}

/**
 * One page of the accounts of a view. Companies and visitors without one are read each in the order of
 * an index (company_by_score_idx, visitor_without_company_idx; the views of claimed,
 * snoozed and done items begin at their own) and then laid together.
 */
export async function listAccounts(
  workspaceId: string,
  params: WorklistParams,
  viewer: Viewer,
): Promise<Page<{ kind: AccountKind; id: string }>> {
  const limit = params.limit + 1;
  const areHeld = await areTakenHeld(workspaceId, params.view);
  const { name, isUp, value } = orderOf(params.view, sql`key`);
  const after = decodeCursor(params.cursor, name, z.tuple([value, z.string()]));
  const direction = isUp ? sql`ASC` : sql`DESC`;
  const branch = (kind: AccountKind) => {
    const { table, id, rank } = SOURCES[kind];
    const { column, cast } = orderOf(params.view, rank);
    const all = conditions(workspaceId, kind, params, params.view, viewer, areHeld);
    if (after) {
      const beyond = isUp ? sql`>` : sql`<`;
      all.push(sql`(${column}, ${id}) ${beyond} (${after[0]}${cast}, ${after[1]}::text)`);
    }
    return sql`(SELECT ${kind}::text AS kind, ${id} AS id, ${column} AS key FROM ${table}
      ${joinItem(id, workspaceId, params.view)} WHERE ${Prisma.join(all, " AND ")}
      ORDER BY ${column} ${direction}, ${id} ${direction} LIMIT ${limit})`;
  };
  const rows = await selectRows(
    listedRow.extend({ key: value }),
    sql`SELECT * FROM (${branch("company")} UNION ALL ${branch("visitor")}) a
      ORDER BY a.key ${direction}, a.id ${direction} LIMIT ${limit}`,
  );
  return pageOf(rows, params.limit, (row) => encodeCursor(name, [row.key, row.id]));
}

const SOURCES = {
  company: {
    table: sql`company c`,
    id: sql`c.id`,
    last: sql`c."lastSeenAt"`,
    rank: sql`c."scoreRank"`,
  },
  visitor: {
    table: sql`visitor v`,
    id: sql`v.id`,
    last: sql`v."lastSeenAt"`,
    rank: sql`v."scoreRank"`,
  },
} as const;

function conditions(
  workspaceId: string,
  kind: AccountKind,
  filters: WorklistFilters,
  view: WorklistView,
  viewer: Viewer,
  areHeld: boolean,
): Prisma.Sql[] {
  const conditionsOf = kind === "company" ? companyConditions : visitorConditions;
  const { id, last } = SOURCES[kind];
  const place = inView(view, last, viewer);
  const item = itemOf(id, workspaceId);
  return [
    ...conditionsOf(workspaceId, filters),
    ...itemConditions(view, filters),
    ...(view === "new" && areHeld ? [sql`${id} NOT IN (${takenIds(workspaceId)})`] : []),
    // An anti-join is weighed rightly, so a page is read off the index by score.
    view === "new"
      ? sql`NOT EXISTS (SELECT 1 FROM work_item w WHERE ${item} AND ${place}${areHeld ? sql` AND NOT ${isTaken}` : sql``})`
      : sql`w.kind = ${kind} AND ${place}`,
  ];
}

// So many fit into the memory that PostgreSQL gives a hash (8 MB); it would search a longer list from its start each time.
const HELD = 100_000;

const takenIds = (workspaceId: string) =>
  sql`SELECT w."accountId" FROM work_item w WHERE w."workspaceId" = ${workspaceId} AND ${isTaken}`;

/**
 * Whether those surely taken are held in memory while New is read by score: its top may be all taken, and looking each
 * of twenty thousand up takes four times as long.
 */
async function areTakenHeld(workspaceId: string, view: WorklistView): Promise<boolean> {
  return view === "new" && (await estimateRows(takenIds(workspaceId))) <= HELD;
}

/** How many accounts a view has, up to the cap. */
export async function countAccounts(
  workspaceId: string,
  view: WorklistView,
  filters: WorklistFilters,
  viewer: Viewer,
): Promise<CappedCount> {
  const areHeld = await areTakenHeld(workspaceId, view);
  const branch = (kind: AccountKind) => {
    const { table, id } = SOURCES[kind];
    const where = Prisma.join(
      conditions(workspaceId, kind, filters, view, viewer, areHeld),
      " AND ",
    );
    return sql`SELECT 1 FROM ${table} ${joinItem(id, workspaceId, view)} WHERE ${where}`;
  };
  return countCapped(sql`FROM (${branch("company")} UNION ALL ${branch("visitor")}) a`);
}

/** How many accounts each view has. */
export async function countViews(
  workspaceId: string,
  viewer: Viewer,
): Promise<Record<WorklistView, CappedCount>> {
  const count = (view: WorklistView) => countAccounts(workspaceId, view, {}, viewer);
  const [fresh, mine, team, waiting, done] = await Promise.all([
    count("new"),
    count("mine"),
    count("team"),
    count("waiting"),
    count("done"),
  ]);
  return { new: fresh, mine, team, waiting, done };
}
