import { z } from "zod";
import { TOUCH_ORDER } from "#lib/attribution/journeys.ts";
import { whole } from "#lib/columns.ts";
import { sql } from "#lib/db/client.ts";
import type { Sql } from "#lib/db/sql.ts";
import type { KeySequence } from "./journey-flow.ts";
import { periodInstants, type ReportPeriod } from "./report-period.ts";

/** Journeys are those of the latest so many sessions of the period. */
export const MOST_JOURNEY_SESSIONS = 20_000;

const row = z.object({ keys: z.array(z.string()), count: whole });

// Index: session ("workspaceId", "createdAt" DESC, sid DESC).
const LATEST = `latest AS MATERIALIZED (SELECT s.sid, s."visitorId" FROM session s
  WHERE s."workspaceId" = $1 AND s."createdAt" >= $2::timestamptz AND s."createdAt" < $3::timestamptz
  ORDER BY s."createdAt" DESC, s.sid DESC LIMIT $4)`;

// A page that is loaded again is one visit of it.
const PAGES = `WITH ${LATEST}, seen AS (
    SELECT p.sid, p.position, p.path,
      lag(p.path) OVER (PARTITION BY p.sid ORDER BY p.position) AS before
    FROM latest l JOIN page_view p ON p."workspaceId" = $1 AND p.sid = l.sid AND p.signal = 'pageview')
  SELECT keys, count(*) AS count FROM (
    SELECT jsonb_agg(path ORDER BY position) AS keys FROM seen
    WHERE path IS DISTINCT FROM before GROUP BY sid) AS journeys
  GROUP BY keys ORDER BY keys`;

// All sessions that the visitors of the latest ones had in the period.
const CHANNELS = `WITH ${LATEST}
  SELECT keys, count(*) AS count FROM (
    SELECT jsonb_agg(s.channel ORDER BY ${TOUCH_ORDER}) AS keys
    FROM (SELECT DISTINCT "visitorId" FROM latest WHERE "visitorId" IS NOT NULL) l
    JOIN session s ON s."workspaceId" = $1 AND s."visitorId" = l."visitorId"
      AND s."createdAt" >= $2::timestamptz AND s."createdAt" < $3::timestamptz
    GROUP BY s."visitorId") AS journeys
  GROUP BY keys ORDER BY keys`;

/** What journeys are made of: the pages of one session, or the channels of one visitor's sessions. */
export type JourneyKind = "pages" | "channels";

/** The journeys of a period, equal ones counted together, in the order of their keys. */
export async function listKeySequences(
  workspaceId: string,
  period: ReportPeriod,
  kind: JourneyKind,
  mostSessions = MOST_JOURNEY_SESSIONS,
  from: Sql = sql(),
): Promise<KeySequence[]> {
  const values = [workspaceId, ...periodInstants(period), mostSessions];
  const rows = await from.query(kind === "pages" ? PAGES : CHANNELS, values);
  return rows.map((each) => row.parse(each));
}
