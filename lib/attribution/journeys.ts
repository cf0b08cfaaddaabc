import { z } from "zod";
import { sql } from "#lib/db/client.ts";
import { type GoalSource, goalSource } from "./goal-source.ts";
import { periodOf } from "./period.ts";
import { joinKeys, keysSql } from "./row-key.ts";
import type { AttributionQuery } from "./search-params.ts";
import type { Conversion, Journey } from "./touch.ts";
import { binding, conversionFits, sessionFits } from "./visitor-filters.ts";

/** The sessions `s` that are touches of the conversion `g`; `lookback` is the placeholder of the days. */
export function touchCondition(source: GoalSource, lookback: string): string {
  return `s."workspaceId" = $1 AND ${source.ownSession}
    AND s."createdAt" <= g."reachedAt"
    AND s."createdAt" >= g."reachedAt" - make_interval(hours => 24 * ${lookback}::int)`;
}

/** An instant column as whole milliseconds. */
export function epochMs(column: string): string {
  return `(extract(epoch FROM ${column}) * 1000)::float8`;
}

// Ids are compared byte by byte, so that every database orders ties alike.
export const TOUCH_ORDER = `s."createdAt", s.sid COLLATE "C"`;

const text = z.string().nullable();

const conversionRow = z.object({
  subject: z.string(),
  at: z.number(),
  amount: text,
  currency: text,
  touches: z.array(z.tuple([z.string(), z.number(), text, text, z.boolean()])),
});

/** The conversions of a query, oldest first, with their touches in order. */
export async function listConversions(
  workspaceId: string,
  query: AttributionQuery,
): Promise<Conversion[]> {
  const { start, end } = periodOf(query.from, query.to, query.timezone);
  const source = goalSource(query.goal);
  const values = [workspaceId, query.goal, instant(start), instant(end), query.lookbackDays];
  const rows = await sql().query(
    `SELECT g.subject, ${epochMs('g."reachedAt"')} AS at, g.amount, g.currency,
       coalesce(t.touches, '[]') AS touches
     FROM ${source.relation}
     LEFT JOIN LATERAL (
       SELECT jsonb_agg(
         jsonb_build_array(s.sid, ${epochMs('s."createdAt"')}, ${keysSql(query)}, s."isDirect")
         ORDER BY ${TOUCH_ORDER}) AS touches
       FROM session s WHERE ${touchCondition(source, "$5")}
     ) t ON true
     WHERE g."reachedAt" >= $3::timestamptz AND g."reachedAt" < $4::timestamptz
       AND ${conversionFits(query, source, binding(values))}
     ORDER BY g."reachedAt", g.subject COLLATE "C"`,
    values,
  );
  return rows.map((row): Conversion => {
    const { subject, at, amount, currency, touches } = conversionRow.parse(row);
    return {
      subject,
      at,
      money: amount && currency ? { minor: BigInt(amount), currency } : null,
      touches: touches.map(([sid, at, key, second, isDirect]) => ({
        ...{ sid, at, isDirect },
        key: joinKeys(query, key, second),
      })),
    };
  });
}

const journeyRow = z.object({ keys: z.array(z.tuple([text, text])), count: z.number() });

/**
 * What visitors who never reached the goal did in the period: their sessions' keys in order, equal
 * journeys counted together.
 */
export async function listOtherJourneys(
  workspaceId: string,
  query: AttributionQuery,
): Promise<Journey[]> {
  const { start, end } = periodOf(query.from, query.to, query.timezone);
  const values = [workspaceId, query.goal, instant(start), instant(end)];
  const rows = await sql().query(
    `SELECT keys, count(*)::int AS count FROM (
       SELECT jsonb_agg(jsonb_build_array(${keysSql(query)}) ORDER BY ${TOUCH_ORDER}) AS keys
       FROM session s
       WHERE s."workspaceId" = $1 AND s."visitorId" IS NOT NULL
         AND s."createdAt" >= $3::timestamptz AND s."createdAt" < $4::timestamptz
         AND ${sessionFits(query, binding(values))}
         AND ${goalSource(query.goal).neverReached}
       GROUP BY s."visitorId") AS journeys
     GROUP BY keys`,
    values,
  );
  return rows.map((row) => {
    const { keys, count } = journeyRow.parse(row);
    return { keys: keys.map(([key, second]) => joinKeys(query, key, second)), count };
  });
}

function instant(ms: number): string {
  return new Date(ms).toISOString();
}
