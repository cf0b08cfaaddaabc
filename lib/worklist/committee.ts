import { z } from "zod";
import { instant } from "#lib/columns.ts";
import { Prisma } from "#lib/db/generated/client.ts";
import { selectFirst, selectRows } from "#lib/select.ts";

const committeeRow = z.object({
  companyId: z.string(),
  from: instant,
  until: instant,
  /** Who came last stands first. */
  people: z.array(
    z.object({ id: z.string(), name: z.string().nullable(), jobTitle: z.string().nullable() }),
  ),
});

/** Two or more people of one company who came within seven days. */
export type Committee = Omit<z.output<typeof committeeRow>, "companyId">;

const HOUR_MS = 3_600_000;
/** The hours within which its people come. */
const SPAN_HOURS = 168;
/** A company's latest committee is looked for in so many hours before it was last seen, and only then in all the rest. */
const LATE_HOURS = 3 * SPAN_HOURS;

/** The latest buying committee of one company (see `listCommittees`), also where thousands of people came. */
export async function getCommittee(
  workspaceId: string,
  companyId: string,
): Promise<Committee | null> {
  // Served by visitor_workspaceId_companyId_lastSeenAt_idx, as is all that follows.
  const seen = await selectFirst(
    z.object({ at: instant.nullable() }),
    Prisma.sql`SELECT max("lastSeenAt") AS at FROM visitor
      WHERE "workspaceId" = ${workspaceId} AND "companyId" = ${companyId}`,
  );
  if (!seen?.at) return null;
  const since = Date.parse(seen.at) - LATE_HOURS * HOUR_MS;
  const late = (await listCommittees(workspaceId, [companyId], new Date(since))).get(companyId);
  // Everybody who came within the hours before its end is among those that were looked at.
  if (late && Date.parse(late.until) - SPAN_HOURS * HOUR_MS > since) return late;
  return (await listCommittees(workspaceId, [companyId])).get(companyId) ?? null;
}

/**
 * The latest buying committee of each company that ever had one (of sessions after `since`, if given).
 *
 * A person is present when a session of theirs starts; a committee is two or more different people
 * present within any 7 × 24 hours, both ends included. The latest one ends at the latest session that
 * has another person's within the 168 hours before it, and holds everybody present in those hours.
 */
export async function listCommittees(
  workspaceId: string,
  companyIds: readonly string[],
  since: Date | null = null,
): Promise<Map<string, Committee>> {
  if (companyIds.length === 0) return new Map();
  // In the order of time, the last session of anybody else stands before the latest change of person:
  // from that change on all sessions are one person's.
  const from = since?.toISOString() ?? "-infinity";
  const rows = await selectRows(
    committeeRow,
    Prisma.sql`WITH visit AS (
        SELECT v."companyId", s."visitorId", s."createdAt" AS at, s.sid
        FROM visitor v JOIN session s ON s."workspaceId" = v."workspaceId" AND s."visitorId" = v.id
        WHERE v."workspaceId" = ${workspaceId} AND v."companyId" = ANY(${companyIds}::text[])
          AND v."lastSeenAt" > ${from}::timestamptz AND s."createdAt" > ${from}::timestamptz
      ), ordered AS (
        SELECT *, lag("visitorId") OVER w AS "visitorBefore", lag(at) OVER w AS "atBefore"
        FROM visit WINDOW w AS (PARTITION BY "companyId" ORDER BY at, sid)
      ), beside AS (
        SELECT "companyId", at, max("atBefore") FILTER (WHERE "visitorBefore" <> "visitorId")
          OVER (PARTITION BY "companyId" ORDER BY at, sid) AS "otherAt"
        FROM ordered
      ), latest AS (
        SELECT "companyId", max(at) AS until FROM beside
        WHERE "otherAt" >= at - make_interval(hours => ${SPAN_HOURS}) GROUP BY "companyId"
      ), member AS (
        SELECT l."companyId", l.until, x."visitorId", min(x.at) AS first, max(x.at) AS last
        FROM latest l JOIN visit x ON x."companyId" = l."companyId"
          AND x.at BETWEEN l.until - make_interval(hours => ${SPAN_HOURS}) AND l.until
        GROUP BY l."companyId", l.until, x."visitorId"
      )
      SELECT m."companyId", min(m.first) AS "from", m.until,
        jsonb_agg(jsonb_build_object('id', v.id, 'name', coalesce(v."fullName", v."primaryEmail"),
          'jobTitle', v."jobTitle") ORDER BY m.last DESC, v.id) AS people
      FROM member m
      JOIN visitor v ON v."workspaceId" = ${workspaceId} AND v.id = m."visitorId"
      GROUP BY m."companyId", m.until`,
  );
  return new Map(rows.map(({ companyId, ...committee }) => [companyId, committee]));
}
