import { z } from "zod";
import type { Sql } from "#lib/db/sql.ts";
import { type GoalSource, goalSource } from "./goal-source.ts";
import type { CreditQuery } from "./reports/credit-query.ts";
import type { Stretch } from "./reports/report-period.ts";
import { joinKeys, keysSql } from "./row-key.ts";
import { type Conversion, moneyOf } from "./touch.ts";
import { binding, conversionFits } from "./visitor-filters.ts";

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

/** Conversions `g` of the period from the instant `$3` up to `$4`. */
export const IN_PERIOD = `g."reachedAt" >= $3::timestamptz AND g."reachedAt" < $4::timestamptz`;

/** Conversions `g` on dates that begin at the instants `$3`, up to `$4`, and which of the dates (from 1) is theirs. */
export const ON_DATES = `g."reachedAt" >= ($3::timestamptz[])[1] AND g."reachedAt" < $4::timestamptz`;
export const DAY = `width_bucket(g."reachedAt", $3::timestamptz[])`;

const text = z.string().nullable();

const conversionRow = z.object({
  day: z.number(),
  subject: z.string(),
  at: z.number(),
  amount: text,
  currency: text,
  touches: z.array(z.tuple([z.string(), z.number(), text, text, z.boolean()])),
});

/** The conversions of a query in a stretch of local dates, oldest first, with their touches in order. */
export async function listConversions(
  sql: Sql,
  workspaceId: string,
  query: CreditQuery,
  { dates, starts, end }: Stretch,
): Promise<(Conversion & { date: string })[]> {
  const source = goalSource(query.goal);
  const values: unknown[] = [workspaceId, query.goal, starts, end, query.lookbackDays];
  const rows = await sql.query(
    `SELECT ${DAY} AS day, g.subject, ${epochMs('g."reachedAt"')} AS at, g.amount, g.currency,
       coalesce(t.touches, '[]') AS touches
     FROM ${source.relation}
     LEFT JOIN LATERAL (
       SELECT jsonb_agg(
         jsonb_build_array(s.sid, ${epochMs('s."createdAt"')}, ${keysSql(query)}, s."isDirect")
         ORDER BY ${TOUCH_ORDER}) AS touches
       FROM session s WHERE ${touchCondition(source, "$5")}
     ) t ON true
     WHERE ${ON_DATES}
       AND ${conversionFits(query, source, binding(values))}
     ORDER BY g."reachedAt", g.subject COLLATE "C"`,
    values,
  );
  return rows.map((row) => {
    const { day, subject, at, amount, currency, touches } = conversionRow.parse(row);
    return {
      date: dates[day - 1] ?? query.from,
      subject,
      at,
      money: moneyOf(amount, currency),
      touches: touches.map(([sid, at, key, second, isDirect]) => ({
        ...{ sid, at, isDirect },
        key: joinKeys(query, key, second),
      })),
    };
  });
}
