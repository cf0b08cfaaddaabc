import { z } from "zod";
import type { Candidate, Visit } from "#lib/alerts/candidate.ts";
import type { Sql } from "#lib/db/sql.ts";

const text = z.string().nullable();
const ms = z.date().transform((date) => date.getTime());

const visitorRow = z.object({
  id: z.string(),
  fullName: text,
  jobTitle: text,
  primaryEmail: text,
  companyId: text,
  companyName: text,
  companyDomain: text,
  industry: text,
  employeeCount: z.int().nullable(),
  countryCode: text,
  validity: text,
  scoreRank: z.coerce.number<unknown>(),
  ownerId: text,
  aliases: z.array(z.string()).nullable(),
  stages: z.record(z.string(), z.coerce.number<unknown>()).nullable(),
});

// Each part is found by a key that begins with the visitor.
const VISITORS = `
  SELECT v."id", v."fullName", v."jobTitle", v."primaryEmail", v."companyId", v."countryCode",
    v."validity", v."scoreRank", l."ownerId", c."industry", c."employeeCount",
    coalesce(c."name", v."companyName") AS "companyName",
    coalesce(c."domain", v."companyDomain") AS "companyDomain",
    (SELECT array_agg(e."aliasId" ORDER BY e."aliasId") FROM visitor_email e
      WHERE e."workspaceId" = v."workspaceId" AND e."visitorId" = v."id") AS aliases,
    (SELECT jsonb_object_agg(g."goal", round(extract(epoch FROM g."reachedAt") * 1000))
      FROM stage_reached g
      WHERE g."workspaceId" = v."workspaceId" AND g."visitorId" = v."id") AS stages
  FROM visitor v
  LEFT JOIN company c ON c."workspaceId" = v."workspaceId" AND c."id" = v."companyId"
  LEFT JOIN lead l ON l."workspaceId" = v."workspaceId" AND l."visitorId" = v."id"
  WHERE v."workspaceId" = $1 AND v."id" = ANY($2::text[])`;

const visitRow = z.object({
  sid: z.string(),
  visitorId: z.string(),
  createdAt: ms,
  landingPath: z.string(),
  source: text,
  campaign: text,
  ordinal: z.coerce.number<unknown>(),
});

const VISITS = `
  SELECT * FROM (
    SELECT "sid", "visitorId", "createdAt", "lastSeenAt", "landingPath", "source", "campaign",
      row_number() OVER (PARTITION BY "visitorId" ORDER BY "createdAt", "sid") AS ordinal
    FROM session WHERE "workspaceId" = $1 AND "visitorId" = ANY($2::text[])
  ) s WHERE s."lastSeenAt" >= $3 ORDER BY s."createdAt", s."sid"`;

const pageRow = z.object({ sid: z.string(), path: z.string(), at: ms });

const PAGES = `
  SELECT "sid", "path", "at" FROM page_view
  WHERE "workspaceId" = $1 AND "sid" = ANY($2::text[]) AND "signal" = 'pageview'
  ORDER BY "at", "position"`;

/** What rules need to know of visitors, with the visits of which something happened at or after `since`. */
export async function loadCandidates(
  sql: Sql,
  workspaceId: string,
  visitorIds: readonly string[],
  since: number,
): Promise<Candidate[]> {
  if (visitorIds.length === 0) return [];
  const rows = await sql.query(VISITORS, [workspaceId, visitorIds]);
  const visits = await loadVisits(sql, workspaceId, visitorIds, since);
  return rows.map((row) => {
    const { id, fullName, primaryEmail, aliases, stages, employeeCount, ...rest } =
      visitorRow.parse(row);
    return {
      ...rest,
      visitorId: id,
      name: fullName ?? primaryEmail ?? "Somebody",
      email: primaryEmail,
      employees: employeeCount,
      formerIds: (aliases ?? []).filter((alias) => alias !== id),
      stages: new Map(Object.entries(stages ?? {})),
      visits: visits.get(id) ?? [],
    };
  });
}

async function loadVisits(
  sql: Sql,
  workspaceId: string,
  visitorIds: readonly string[],
  since: number,
): Promise<Map<string, Visit[]>> {
  const found = await sql.query(VISITS, [workspaceId, visitorIds, new Date(since).toISOString()]);
  const sessions = found.map((row) => visitRow.parse(row));
  const viewed = await sql.query(PAGES, [workspaceId, sessions.map(({ sid }) => sid)]);
  const pages = new Map<string, { path: string; at: number }[]>();
  for (const row of viewed) {
    const { sid, path, at } = pageRow.parse(row);
    const list = pages.get(sid) ?? [];
    list.push({ path, at });
    pages.set(sid, list);
  }
  const visits = new Map<string, Visit[]>();
  for (const session of sessions) {
    const { sid, visitorId, createdAt: at, landingPath, ordinal, source, campaign } = session;
    const landing = landingPath ? [{ path: landingPath, at }] : [];
    const visit = {
      sid,
      at,
      ordinal,
      source,
      campaign,
      pages: [...landing, ...(pages.get(sid) ?? [])],
    };
    visits.set(visitorId, [...(visits.get(visitorId) ?? []), visit]);
  }
  return visits;
}
