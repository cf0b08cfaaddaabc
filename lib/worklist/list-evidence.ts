import { z } from "zod";
import { instant, whole } from "#lib/columns.ts";
import { Prisma } from "#lib/db/generated/client.ts";
import { selectFirst } from "#lib/select.ts";
import { activePeople, activeVisits } from "#lib/worklist/activity.ts";
import type { Viewer } from "#lib/worklist/item-state.ts";
import { loadItems } from "#lib/worklist/work-item.ts";

const text = z.string().nullable();
const SHOWN = 100;

const evidenceRow = z.object({
  people: z.array(
    z.object({
      id: z.string(),
      name: text,
      jobTitle: text,
      sessions: whole,
      pageviews: whole,
      lastSeenAt: instant,
    }),
  ),
  /** By how often they were read. */
  pages: z.array(z.object({ path: z.string(), views: whole, people: whole, lastAt: instant })),
  sessions: z.array(
    z.object({
      sid: z.string(),
      visitorId: z.string(),
      name: text,
      createdAt: instant,
      pages: whole,
    }),
  ),
});

/** What stands behind the words of an item; each list has its latest or largest hundred. */
export type Evidence = z.output<typeof evidenceRow>;

/** The people, pages and sessions that an item's words count; null when the account is gone. */
export async function listEvidence(
  workspaceId: string,
  accountId: string,
  viewer: Viewer,
): Promise<Evidence | null> {
  const items = await loadItems(workspaceId, [accountId], viewer);
  if (items.length === 0) return null;
  const iso = (column: string) =>
    Prisma.raw(`to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`);
  return selectFirst(
    evidenceRow,
    Prisma.sql`WITH ${activePeople(workspaceId, items)}, ${activeVisits(workspaceId)}, person AS (
        SELECT p.id, coalesce(p."fullName", p."primaryEmail") AS name, p."jobTitle",
          ${iso('p."lastSeenAt"')} AS "lastSeenAt",
          (SELECT count(*) FROM s WHERE s."visitorId" = p.id) AS sessions,
          (SELECT count(*) FROM pv WHERE pv."visitorId" = p.id) AS pageviews
        FROM p ORDER BY p."lastSeenAt" DESC, p.id LIMIT ${SHOWN}
      ), page AS (
        SELECT path, count(*) AS views, count(DISTINCT "visitorId") AS people, ${iso("max(at)")} AS "lastAt"
        FROM pv GROUP BY path ORDER BY count(*) DESC, path LIMIT ${SHOWN}
      ), visit AS (
        SELECT s.sid, s."visitorId", coalesce(p."fullName", p."primaryEmail") AS name,
          ${iso('s."createdAt"')} AS "createdAt", (SELECT count(*) FROM pv WHERE pv.sid = s.sid) AS pages
        FROM s JOIN p ON p.id = s."visitorId" ORDER BY s."createdAt" DESC, s.sid LIMIT ${SHOWN}
      )
      SELECT
        coalesce((SELECT jsonb_agg(to_jsonb(person)) FROM person), '[]') AS people,
        coalesce((SELECT jsonb_agg(to_jsonb(page)) FROM page), '[]') AS pages,
        coalesce((SELECT jsonb_agg(to_jsonb(visit)) FROM visit), '[]') AS sessions`,
  );
}
