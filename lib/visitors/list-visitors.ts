import { z } from "zod";
import { whole } from "#lib/columns.ts";
import { type CappedCount, countCapped } from "#lib/count-capped.ts";
import { Prisma } from "#lib/db/generated/client.ts";
import { estimateRows } from "#lib/estimate-rows.ts";
import { type Page, pageOf } from "#lib/keyset.ts";
import { scoreMargin } from "#lib/scoring/score-sql.ts";
import { selectRows } from "#lib/select.ts";
import type { VisitorListParams } from "#lib/visitors/search-params.ts";
import { type VisitorRow, visitorRow } from "#lib/visitors/visitor-row.ts";
import { visitorSorts } from "#lib/visitors/visitor-sort.ts";
import {
  resolveScope,
  sessionVisitors,
  type VisitorScope,
  visitorConditions,
} from "#lib/visitors/visitor-where.ts";

const { sql } = Prisma;

const sortedRow = visitorRow.extend({ sortName: z.string(), scoreRank: whole });

const joins = sql`LEFT JOIN session s ON s."workspaceId" = v."workspaceId" AND s.sid = v."lastTouchSid"
  LEFT JOIN lead l ON l."workspaceId" = v."workspaceId" AND l."visitorId" = v.id
  LEFT JOIN "user" u ON u.id = l."ownerId"`;

// The page is cut out first, so that the joins are made for its rows alone.
const columns = sql`v.id, v."fullName", v."jobTitle", v."primaryEmail", v.validity, v.stage, v."scoreRank",
  v."firstSeenAt", v."lastSeenAt", v.sessions, v.pageviews, v."engagedMs", v.country, v."countryCode", v.city,
  v."linkedinUrl", v."sortName", v.facts->'fields'->'profilePictureUrl'->>0 AS "profilePictureUrl",
  s.channel, s.source, s.medium, s.campaign, coalesce(l.status, 'new') AS status,
  CASE WHEN v."companyId" IS NOT NULL OR v."companyName" IS NOT NULL THEN
    jsonb_build_object('id', v."companyId", 'name', v."companyName", 'domain', v."companyDomain") END AS company,
  CASE WHEN u.id IS NOT NULL THEN jsonb_build_object('id', u.id, 'name', u.name) END AS owner,
  (SELECT coalesce(jsonb_agg(jsonb_build_object('id', t.id, 'name', t.name, 'color', t.color) ORDER BY t.name), '[]')
    FROM visitor_tag vt JOIN tag t ON t."workspaceId" = vt."workspaceId" AND t.id = vt."tagId"
    WHERE vt."workspaceId" = v."workspaceId" AND vt."visitorId" = v.id) AS tags`;

/** One page of the visitors that match, in the order asked for. Throws `invalid_request` on a wrong cursor. */
export async function listVisitors(
  workspaceId: string,
  params: VisitorListParams & VisitorScope,
): Promise<Page<VisitorRow>> {
  const sort = visitorSorts[params.sort];
  const scope = await resolveScope(workspaceId, params);
  const where = [...visitorConditions(workspaceId, scope), ...sort.after(params.cursor)];
  const rows = await selectRows(
    sortedRow,
    sql`${selectOf(workspaceId)} FROM (
        SELECT * FROM ${await matching(workspaceId, params, where)} ORDER BY ${sort.order} LIMIT ${params.limit + 1}
      ) v ${joins}
      ORDER BY ${sort.order}`,
  );
  const page = pageOf(rows, params.limit, sort.cursorOf);
  return { ...page, rows: page.rows.map(presented) };
}

/** Sorting up to so many found by the words is quicker than the worst of reading the list in its order. */
const SORTABLE = 6_000;
/** The words are found in the name as well: in its order the first match may be a million rows away. */
const SORTABLE_BY_NAME = 50_000;

/**
 * The table of the visitors that match. The planner takes words for evenly spread over every order, which
 * they are not: where the words let few through, OFFSET 0 makes it find those first and sort them.
 */
async function matching(workspaceId: string, params: VisitorListParams, where: Prisma.Sql[]) {
  const all = sql`visitor v WHERE ${Prisma.join(where, " AND ")}`;
  if (params.q === undefined) return all;
  const byWords = Prisma.join(visitorConditions(workspaceId, { q: params.q }), " AND ");
  const expected = await estimateRows(sql`SELECT 1 FROM visitor v WHERE ${byWords}`);
  const isFew = expected <= (params.sort === "name" ? SORTABLE_BY_NAME : SORTABLE);
  return isFew ? sql`(SELECT * FROM ${all} OFFSET 0) v` : all;
}

/** These visitors, in no order; an id that is nobody's (any more) is passed over. */
export async function listVisitorsById(
  workspaceId: string,
  ids: readonly string[],
): Promise<VisitorRow[]> {
  const rows = await selectRows(
    sortedRow,
    sql`${selectOf(workspaceId)} FROM visitor v ${joins}
      WHERE v."workspaceId" = ${workspaceId} AND v.id = ANY(${ids}::text[])`,
  );
  return rows.map(presented);
}

function selectOf(workspaceId: string): Prisma.Sql {
  return sql`SELECT ${columns}, ${scoreMargin(workspaceId, sql`v."scoreRank"`)} AS score`;
}

function presented({ sortName: _, scoreRank: __, ...row }: z.output<typeof sortedRow>): VisitorRow {
  return row;
}

/** How many visitors match, up to the cap. */
export async function countVisitors(
  workspaceId: string,
  filters: VisitorScope,
): Promise<CappedCount> {
  const bySession = sessionVisitors(workspaceId, filters);
  if (bySession) return countCapped(sql`FROM ${bySession} v`);
  const scope = await resolveScope(workspaceId, filters);
  const where = Prisma.join(visitorConditions(workspaceId, scope), " AND ");
  return countCapped(sql`FROM visitor v WHERE ${where}`);
}
