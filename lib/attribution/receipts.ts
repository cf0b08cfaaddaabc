import { z } from "zod";
import { sql } from "#lib/db/client.ts";
import { decodeCursor, encodeCursor, type Page, pageOf } from "#lib/keyset.ts";
import { creditNumber, shareInteger } from "./credit.ts";
import { goalSource, isOutcomeGoal } from "./goal-source.ts";
import { epochMs, IN_PERIOD, TOUCH_ORDER, touchCondition } from "./journeys.ts";
import { conversionsWithKey, MAY_HAVE } from "./rare-keys.ts";
import { creditorOf } from "./reports/read-credit.ts";
import { periodInstants } from "./reports/report-period.ts";
import { joinKeys, keySqls, type RowKey } from "./row-key.ts";
import type { AttributionQuery } from "./search-params.ts";
import { findKey } from "./tiles/find-key.ts";
import type { Creditor } from "./touch.ts";
import { binding, conversionFits } from "./visitor-filters.ts";

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

/** A touch of a receipt; times are ms, `credit` a part of 1, `value` minor units of the receipt's. */
export type ReceiptTouch = Omit<z.output<typeof touchRow>, "isDirect" | "second"> &
  RowKey & { credit: number; value: number | null };

/**
 * One conversion with its touches in order: of a visitor, or of a company for an outcome. The credits
 * sum to exactly 1 and the values to exactly `value`, minor units (no touch: no credits).
 */
export interface Receipt
  extends Omit<z.output<typeof receiptRow>, "touches" | "subject" | "amount"> {
  value: number | null;
  touches: ReceiptTouch[];
}

/** Which receipts: all of the query, or those behind one row (`key`; null is a key too; of a pair both). */
export interface ReceiptQuery extends AttributionQuery {
  key?: string | null;
  secondKey?: string | null;
  cursor?: string | undefined;
  limit: number;
}

const SORT = "-at";
const NEWEST_FIRST = `g."reachedAt" DESC, g.subject COLLATE "C" DESC`;
const cursorKey = z.tuple([z.int().min(0).max(8.64e15), z.string()]);

function toReceipt(
  row: z.output<typeof receiptRow>,
  creditor: Creditor,
  query: ReceiptQuery,
): Receipt {
  const touches = row.touches.map(({ key, second, ...touch }) => ({
    ...{ ...touch, sid: touch.sessionId },
    key: joinKeys(query, key, second),
  }));
  const parts = touches.length === 0 ? [] : creditor(touches, row.at);
  const { subject: _, amount, ...rest } = row;
  const values = amount === null || parts.length === 0 ? null : shareInteger(BigInt(amount), parts);
  return {
    ...rest,
    value: amount === null ? null : Number(amount),
    touches: row.touches.map(({ isDirect: _direct, second, ...touch }, i) => ({
      ...touch,
      ...(query.secondDimension && { secondKey: second }),
      credit: creditNumber(parts[i] ?? 0),
      value: values ? Number(values[i]) : null,
    })),
  };
}

type Row = z.output<typeof receiptRow>;

/**
 * The conversions behind a number, newest first, `limit` at a time. Throws `invalid_request` for a
 * cursor that is not ours.
 */
export async function listReceipts(
  workspaceId: string,
  query: ReceiptQuery,
): Promise<Page<Receipt>> {
  const rows = await readRows(workspaceId, query);
  const page = pageOf(rows, query.limit, (last) => encodeCursor(SORT, [last.at, last.subject]));
  if (page.rows.length === 0) return { rows: [], nextCursor: null };
  const creditor = await creditorOf(workspaceId, query);
  return { ...page, rows: page.rows.map((row) => toReceipt(row, creditor, query)) };
}

/** The rows of a page and one more, if there is one. */
async function readRows(workspaceId: string, query: ReceiptQuery): Promise<Row[]> {
  const last = decodeCursor(query.cursor, SORT, cursorKey) ?? [null, null];
  const page = { last, period: periodInstants(query), passed: null };
  const { key } = query;
  if (typeof key !== "string") return readBetween(workspaceId, query, page);
  const limit = query.limit + 1;
  const stretch = await findKey(workspaceId, query, { key, before: last[0], limit });
  if (!stretch) return readBetween(workspaceId, query, page);
  const { from, to, passed, isEnough } = stretch;
  const period = [new Date(from).toISOString(), new Date(to).toISOString()] as const;
  const rows = await readBetween(workspaceId, query, { last, period, passed });
  // Fewer than there were a moment ago: some have just been taken away, and others may be further back.
  const isShort = isEnough && rows.length < limit;
  return isShort ? readBetween(workspaceId, query, page) : rows;
}

interface Between {
  last: readonly [number, string] | readonly [null, null];
  period: readonly [string, string];
  /** How many conversions are likely to be passed until the page is full, where this is known. */
  passed: number | null;
}

async function readBetween(
  workspaceId: string,
  query: ReceiptQuery,
  { last: [lastAt, lastSubject], period, passed }: Between,
): Promise<Row[]> {
  const { key, second } = keySqls(query);
  const source = goalSource(query.goal);
  const values = [
    ...[workspaceId, query.goal, ...period],
    ...[query.lookbackDays, query.key !== undefined, query.key ?? null, query.secondKey ?? null],
    ...[lastAt === null ? null : new Date(lastAt).toISOString(), lastSubject, query.limit + 1],
  ];
  const touch = `SELECT 1 FROM session s WHERE ${touchCondition(source, "$5")}`;
  const cheap = typeof query.key === "string" ? MAY_HAVE[query.dimension]("$7") : "TRUE";
  const hasKey = `(EXISTS (${touch} AND ${cheap} AND ${key} IS NOT DISTINCT FROM $7 AND ${second} IS NOT DISTINCT FROM $8)
    OR $7::text IS NULL AND $8::text IS NULL AND NOT EXISTS (${touch}))`;
  const { dimension, limit } = query;
  const from =
    typeof query.key === "string" && !isOutcomeGoal(query.goal)
      ? await conversionsWithKey(
          workspaceId,
          { dimension, key: query.key, limit, passed },
          { relation: source.relation, placeholder: "$7", order: NEWEST_FIRST },
        )
      : { relation: source.relation, where: "TRUE" };
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
