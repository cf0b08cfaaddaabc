import { z } from "zod";
import { whole } from "#lib/columns.ts";
import { type CappedCount, countCapped } from "#lib/count-capped.ts";
import { Prisma } from "#lib/db/generated/client.ts";
import { type Page, pageOf } from "#lib/keyset.ts";
import { scoreMargin } from "#lib/scoring/score-sql.ts";
import { selectRows } from "#lib/select.ts";
import type { VisitorListParams } from "#lib/visitors/search-params.ts";
import { type VisitorRow, visitorRow } from "#lib/visitors/visitor-row.ts";
import { visitorSorts } from "#lib/visitors/visitor-sort.ts";
import {
  resolveScope,
  sideVisitors,
  type VisitorScope,
  visitorConditions,
} from "#lib/visitors/visitor-where.ts";
import { askForPage } from "#lib/visitors/ways-to-page.ts";

const { sql } = Prisma;

const sortedRow = visitorRow.extend({ sortName: z.string(), scoreRank: whole });

const joins = sql`LEFT JOIN session s ON s."workspaceId" = v."workspaceId" AND s.sid = v."lastTouchSid"
  LEFT JOIN lead l ON l."workspaceId" = v."workspaceId" AND l."visitorId" = v.id
  LEFT JOIN "user" u ON u.id = l."ownerId"`;

const columns = sql`v.id, v."fullName", v."jobTitle", v."primaryEmail", v.validity, v.stage, v."scoreRank",
  v."firstSeenAt", v."lastSeenAt", v.sessions, v.pageviews, v."engagedMs", v.country, v."countryCode", v.city,
  v."linkedinUrl", v."sortName",
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
  const { order, cursorOf } = visitorSorts[params.sort];
  // The page is cut out first, by what indexes hold; the rest is read for its rows alone.
  const rows = await askForPage(workspaceId, params, (from) =>
    selectRows(
      sortedRow,
      sql`WITH page AS MATERIALIZED (
          SELECT v.id FROM ${from} ORDER BY ${order} LIMIT ${params.limit + 1}
        )
        ${selectOf(workspaceId)} FROM page p JOIN visitor v ON v."workspaceId" = ${workspaceId} AND v.id = p.id
        ${joins} ORDER BY ${order}`,
    ),
  );
  const page = pageOf(rows, params.limit, cursorOf);
  return { ...page, rows: page.rows.map(presented) };
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
  const scope = { ...(await resolveScope(workspaceId, filters)), isProbed: true };
  const bySide = sideVisitors(workspaceId, scope);
  if (bySide) return countCapped(sql`FROM ${bySide} v`);
  const where = Prisma.join(visitorConditions(workspaceId, scope), " AND ");
  return countCapped(sql`FROM visitor v WHERE ${where}`);
}
