import { z } from "zod";
import { instant, whole } from "#lib/columns.ts";
import { Prisma } from "#lib/db/generated/client.ts";
import { selectRows } from "#lib/select.ts";
import type { WorkItem } from "#lib/worklist/work-item.ts";

const { sql } = Prisma;

/** Of more people than this in one account the latest are looked at, and the words say "200+". */
export const MOST_PEOPLE = 200;
const SHOWN = 2;

const activityRow = z.object({
  id: z.string(),
  people: whole,
  /** How many of them had never been seen before. */
  newPeople: whole,
  names: z.array(z.object({ id: z.string(), name: z.string().nullable() })),
  sessions: whole,
  pageviews: whole,
  /** The most read, the start page last. */
  pages: z.array(z.object({ path: z.string(), views: whole })),
  /** How many other paths were read besides. */
  morePages: whole,
  firstAt: instant,
  /** When what nobody has attended to yet began; null when all is attended to. */
  unhandledAt: instant.nullable(),
});

/** What the people of an account did after `since` of its item, exactly. */
export type Activity = Omit<z.output<typeof activityRow>, "id">;

/** The accounts of these items as `a`, and their people who came after `since` as `p`. */
export function activePeople(workspaceId: string, items: readonly WorkItem[]): Prisma.Sql {
  const accounts = items.map(({ id, kind, since, attendedUntil }) => ({
    id,
    kind,
    since,
    attended: attendedUntil,
  }));
  const columns = sql`v.id, v."fullName", v."primaryEmail", v."jobTitle", v."firstSeenAt", v."lastSeenAt"`;
  return sql`a AS (
      SELECT * FROM jsonb_to_recordset(${JSON.stringify(accounts)}::text::jsonb)
        AS x(id text, kind text, since timestamptz, attended timestamptz)
    ), p AS (
      SELECT a.id AS account, a.since, a.attended, v.* FROM a CROSS JOIN LATERAL (
        SELECT ${columns} FROM visitor v
        WHERE v."workspaceId" = ${workspaceId} AND v."companyId" = a.id AND v."lastSeenAt" > a.since
        ORDER BY v."lastSeenAt" DESC LIMIT ${MOST_PEOPLE + 1}) v WHERE a.kind = 'company'
      UNION ALL
      SELECT a.id, a.since, a.attended, ${columns} FROM a
      JOIN visitor v ON v."workspaceId" = ${workspaceId} AND v.id = a.id
      WHERE a.kind = 'visitor' AND v."lastSeenAt" > a.since
    )`;
}

/** The sessions and page views of `p` after its `since`; both begin at an index by visitor. */
export function activeVisits(workspaceId: string): Prisma.Sql {
  return sql`s AS (
      SELECT p.account, p.since, p.attended, s."visitorId", s.sid, s."createdAt", s."lastSeenAt"
      FROM p JOIN session s ON s."workspaceId" = ${workspaceId} AND s."visitorId" = p.id
      WHERE s."lastSeenAt" > p.since
    ), pv AS (
      SELECT p.account, p.attended, v."visitorId", v.sid, v.position, v.path, v.title, v.at
      FROM p JOIN page_view v ON v."workspaceId" = ${workspaceId} AND v."visitorId" = p.id
      WHERE v.at > p.since AND v.signal = 'pageview'
    )`;
}

/** The activity of each of these accounts, by id; an account without any is left out. */
export async function loadActivity(
  workspaceId: string,
  items: readonly WorkItem[],
): Promise<Map<string, Activity>> {
  if (items.length === 0) return new Map();
  const rows = await selectRows(
    activityRow,
    sql`WITH ${activePeople(workspaceId, items)}, ${activeVisits(workspaceId)}, person AS (
        SELECT account, count(*) AS people, count(*) FILTER (WHERE "firstSeenAt" > since) AS "newPeople",
          jsonb_path_query_array(jsonb_agg(jsonb_build_object('id', id, 'name', coalesce("fullName", "primaryEmail"))
            ORDER BY "lastSeenAt" DESC, id), '$[0 to 4]') AS names
        FROM p GROUP BY account
      ), page AS (
        SELECT account, path, count(*) AS views,
          row_number() OVER (PARTITION BY account ORDER BY path = '/', count(*) DESC, path) AS place
        FROM pv GROUP BY account, path
      ), pages AS (
        SELECT account, sum(views) AS pageviews, greatest(count(*) - ${SHOWN}, 0) AS "morePages",
          jsonb_agg(jsonb_build_object('path', path, 'views', views) ORDER BY place)
            FILTER (WHERE place <= ${SHOWN}) AS pages
        FROM page GROUP BY account
      ), moment AS (
        SELECT account, "firstSeenAt" AS at, since, attended FROM p
        UNION ALL SELECT account, "lastSeenAt", since, attended FROM p
        UNION ALL SELECT account, "createdAt", since, attended FROM s
        UNION ALL SELECT account, "lastSeenAt", since, attended FROM s
        UNION ALL SELECT account, at, NULL, attended FROM pv
      ), span AS (
        SELECT account, min(at) AS "firstAt", min(at) FILTER (WHERE at > attended) AS "unhandledAt"
        FROM moment WHERE since IS NULL OR at > since GROUP BY account
      )
      SELECT person.account AS id, person.people, person."newPeople", person.names,
        (SELECT count(*) FROM s WHERE s.account = person.account) AS sessions,
        coalesce(pages.pageviews, 0) AS pageviews, coalesce(pages.pages, '[]') AS pages,
        coalesce(pages."morePages", 0) AS "morePages", span."firstAt", span."unhandledAt"
      FROM person JOIN span ON span.account = person.account
      LEFT JOIN pages ON pages.account = person.account`,
  );
  return new Map(rows.map(({ id, ...activity }) => [id, activity]));
}
