import { z } from "zod";
import { sql } from "#lib/db/client.ts";
import { decodeCursor } from "#lib/keyset.ts";
import { goalSource, isOutcomeGoal } from "./goal-source.ts";
import { epochMs, IN_PERIOD, TOUCH_ORDER, touchCondition } from "./journeys.ts";
import { conversionsWithKey, MAY_HAVE } from "./rare-keys.ts";
import { periodInstants } from "./reports/report-period.ts";
import { keySqls } from "./row-key.ts";
import type { AttributionQuery } from "./search-params.ts";
import { findKey, type KeyStretch, listedConversions } from "./tiles/find-key.ts";
import { type Bind, binding, conversionFits } from "./visitor-filters.ts";

const touchRow = z.object({
  sessionId: z.string(),
  at: z.number(),
  channel: z.string(),
  source: z.string().nullable(),
  medium: z.string().nullable(),
  campaign: z.string().nullable(),
  landingPage: z.string(),
  key: z.string().nullable(),
  second: z.string().nullable(),
  isDirect: z.boolean(),
});

const receiptRow = z.object({
  subject: z.string(),
  visitorId: z.string().nullable(),
  visitorName: z.string().nullable(),
  companyId: z.string().nullable(),
  companyName: z.string().nullable(),
  amount: z.string().nullable(),
  currency: z.string().nullable(),
  goal: z.string(),
  at: z.number(),
  touches: z.array(touchRow),
});

/** A conversion and its touches in order, as the database has them; times are ms. */
export type ReceiptRow = z.output<typeof receiptRow>;
export type TouchRow = z.output<typeof touchRow>;

/** Which receipts: all of the query, or those behind one row (`key`; null is a key too; of a pair both). */
export interface ReceiptQuery extends AttributionQuery {
  key?: string | null;
  secondKey?: string | null;
  cursor?: string | undefined;
  limit: number;
}

export const SORT = "-at";
const NEWEST_FIRST = `g."reachedAt" DESC, g.subject COLLATE "C" DESC`;
const cursorKey = z.tuple([z.int().min(0).max(8.64e15), z.string()]);

/**
 * The rows of a page, newest first, and one more, if there is one. Throws `invalid_request` for a cursor that is not ours.
 */
export async function readReceiptRows(
  workspaceId: string,
  query: ReceiptQuery,
): Promise<ReceiptRow[]> {
  const last = decodeCursor(query.cursor, SORT, cursorKey) ?? [null, null];
  const page = { last, period: periodInstants(query), passed: null, listed: null };
  const { key } = query;
  if (typeof key !== "string") return readBetween(workspaceId, query, page);
  const limit = query.limit + 1;
  const stretch = await findKey(workspaceId, query, { key, before: last[0], limit });
  if (!stretch) return readBetween(workspaceId, query, page);
  const { from, to, least, ...found } = stretch;
  const period = [new Date(from).toISOString(), new Date(to).toISOString()] as const;
  const rows = await readBetween(workspaceId, query, { last, period, ...found });
  // Fewer than there were a moment ago: some have just been taken away, and others may be further back.
  return rows.length < least ? readBetween(workspaceId, query, page) : rows;
}

interface Between extends Pick<KeyStretch, "passed" | "listed"> {
  last: readonly [number, string] | readonly [null, null];
  period: readonly [string, string];
}

async function readBetween(
  workspaceId: string,
  query: ReceiptQuery,
  between: Between,
): Promise<ReceiptRow[]> {
  const { last, period } = between;
  const [lastAt, lastSubject] = last;
  const { key, second } = keySqls(query);
  const source = goalSource(query.goal);
  const values: unknown[] = [
    ...[workspaceId, query.goal, ...period],
    ...[query.lookbackDays, query.key !== undefined, query.key ?? null, query.secondKey ?? null],
    ...[lastAt === null ? null : new Date(lastAt).toISOString(), lastSubject, query.limit + 1],
  ];
  const touch = `SELECT 1 FROM session s WHERE ${touchCondition(source, "$5")}`;
  const cheap = typeof query.key === "string" ? MAY_HAVE[query.dimension]("$7") : "TRUE";
  const hasKey = `(EXISTS (${touch} AND ${cheap} AND ${key} IS NOT DISTINCT FROM $7 AND ${second} IS NOT DISTINCT FROM $8)
    OR $7::text IS NULL AND $8::text IS NULL AND NOT EXISTS (${touch}))`;
  const from = await conversionsOf(workspaceId, query, between, binding(values));
  const rows = await sql().query(
    `WITH page AS MATERIALIZED (
       SELECT g.* FROM ${from.relation}
       WHERE ${IN_PERIOD} AND ${from.where} AND ($6::boolean IS FALSE OR ${hasKey})
         AND ($9::timestamptz IS NULL
           OR (g."reachedAt", g.subject COLLATE "C") < ($9::timestamptz, $10::text COLLATE "C"))
         AND ${conversionFits(query, source, binding(values))}
       ORDER BY ${NEWEST_FIRST}
       LIMIT $11
     )
     SELECT g.subject, g."visitorId", v."fullName" AS "visitorName", g."companyId", c.name AS "companyName",
            g.amount, g.currency, g.goal, ${epochMs('g."reachedAt"')} AS at,
            coalesce(t.touches, '[]') AS touches
     FROM page g
     LEFT JOIN visitor v ON v."workspaceId" = g."workspaceId" AND v.id = g."visitorId"
     LEFT JOIN company c ON c."workspaceId" = g."workspaceId" AND c.id = g."companyId"
     LEFT JOIN LATERAL (
       SELECT jsonb_agg(jsonb_build_object('sessionId', s.sid, 'at', ${epochMs('s."createdAt"')},
           'channel', s.channel, 'source', s.source, 'medium', s.medium, 'campaign', s.campaign,
           'landingPage', s."landingPage", 'key', ${key}, 'second', ${second},
           'isDirect', s."isDirect")
         ORDER BY ${TOUCH_ORDER}) AS touches
       FROM session s WHERE ${touchCondition(source, "$5")}
     ) t ON true
     ORDER BY ${NEWEST_FIRST}`,
    values,
  );
  return rows.map((row) => receiptRow.parse(row));
}

/** The relation of conversions `g` to look through for the page, and what is true of them beside. */
function conversionsOf(
  workspaceId: string,
  query: ReceiptQuery,
  { passed, listed }: Between,
  bind: Bind,
) {
  const { dimension, limit, key, goal } = query;
  const { relation } = goalSource(goal);
  if (typeof key !== "string" || isOutcomeGoal(goal)) return { relation, where: "TRUE" };
  if (listed)
    return { relation: listedConversions(relation, query, listed, "$7", bind), where: "TRUE" };
  const page = { dimension, key, limit, passed };
  return conversionsWithKey(workspaceId, page, {
    relation,
    placeholder: "$7",
    order: NEWEST_FIRST,
  });
}
