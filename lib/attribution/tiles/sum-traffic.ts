import { z } from "zod";
import { DIMENSION_NAMES } from "#lib/attribution/dimensions.ts";
import { epochMs, TOUCH_ORDER } from "#lib/attribution/journeys.ts";
import { addDays, startOfDate } from "#lib/attribution/period.ts";
import type { Sql } from "#lib/db/sql.ts";
import { RETURN_DAYS } from "./fits.ts";
import type { Span } from "./spans.ts";
import { ALL_KEYS } from "./sum-credit.ts";

const DAY_MS = 86_400_000;

const sessionRow = z.object({
  visitorId: z.string().nullable(),
  at: z.number(),
  keys: z.array(z.string().nullable()),
});

interface KeySums {
  sessions: number;
  visitors: number;
  /** How many of the visitors were last there n + 1 dates before. */
  gaps: number[];
}

/**
 * Sessions and visitors of a span by key. A visitor counts in the span of its first session with the
 * key on the local date, with the number of dates since the one on which it last had such a session.
 * A period that begins less than so many dates before has counted it already: that makes the sums over
 * any whole dates exact without a list of visitors.
 */
export async function sumTrafficSpan(sql: Sql, workspaceId: string, timezone: string, span: Span) {
  const oldest = startOfDate(addDays(span.date, -RETURN_DAYS), timezone);
  const rows = await sql.query(
    `SELECT s."visitorId", ${epochMs('s."createdAt"')} AS at, jsonb_build_array(${ALL_KEYS}) AS keys
     FROM session s WHERE s."workspaceId" = $1 AND s."visitorId" IS NULL
       AND s."createdAt" >= $2::timestamptz AND s."createdAt" < $3::timestamptz
     UNION ALL
     SELECT * FROM (
       SELECT s."visitorId", ${epochMs('s."createdAt"')}, jsonb_build_array(${ALL_KEYS})
       FROM (SELECT DISTINCT "visitorId" FROM session
         WHERE "workspaceId" = $1 AND "visitorId" IS NOT NULL
           AND "createdAt" >= $2::timestamptz AND "createdAt" < $3::timestamptz) v
       JOIN session s ON s."workspaceId" = $1 AND s."visitorId" = v."visitorId"
         AND s."createdAt" >= $4::timestamptz AND s."createdAt" < $3::timestamptz
       ORDER BY s."visitorId", ${TOUCH_ORDER}) AS identified`,
    [workspaceId, new Date(span.start), new Date(span.end), new Date(oldest)],
  );
  const dayStart = startOfDate(span.date, timezone);
  const names = ["all", ...DIMENSION_NAMES];
  const sums = names.map(() => new Map<string | null, KeySums>());
  let visitor: string | null = null;
  let last = names.map(() => new Map<string | null, number>());
  for (const row of rows) {
    const { visitorId, at, keys } = sessionRow.parse(row);
    if (visitorId !== visitor) last = names.map(() => new Map());
    visitor = visitorId;
    names.forEach((_, column) => {
      const key = column === 0 ? null : (keys[column - 1] ?? null);
      const before = last[column]?.get(key);
      last[column]?.set(key, at);
      if (at < span.start) return;
      const sum = sums[column]?.get(key) ?? { sessions: 0, visitors: 0, gaps: [] };
      sums[column]?.set(key, sum);
      sum.sessions++;
      if (visitorId === null || (before !== undefined && before >= dayStart)) return;
      sum.visitors++;
      if (before === undefined) return;
      const gap = datesBefore(span.date, timezone, before);
      sum.gaps[gap - 1] = (sum.gaps[gap - 1] ?? 0) + 1;
    });
  }
  return names.flatMap((dimension, column) =>
    [...(sums[column] ?? [])].map(([key, { sessions, visitors, gaps }], position) => ({
      ...{ dimension, position, key, sessions, visitors },
      returning: runningSums(gaps),
    })),
  );
}

/** How many local dates before `date` the instant lies; 1 is the one before. */
function datesBefore(date: string, timezone: string, at: number): number {
  // Within a day of the truth, whatever the zone's clock did meanwhile.
  let gap = Math.max(1, Math.floor((startOfDate(date, timezone) - at) / DAY_MS) - 1);
  while (startOfDate(addDays(date, -gap), timezone) > at) gap++;
  return gap;
}

function runningSums(gaps: readonly number[]): number[] {
  let sum = 0;
  return Array.from(gaps, (count) => {
    sum += count ?? 0;
    return sum;
  });
}
