import { z } from "zod";
import { defineOperation, listOf } from "#lib/api/operation.ts";
import type { ReceiptQuery } from "#lib/attribution/receipt-rows.ts";
import { listReceipts } from "#lib/attribution/receipts.ts";
import { getAttribution } from "#lib/attribution/report.ts";
import { attributionParams, resolveAttributionQuery } from "#lib/attribution/search-params.ts";
import { instant } from "#lib/columns.ts";
import { db } from "#lib/db/client.ts";
import { pagingParams } from "#lib/list-params.ts";

const shared = { method: "GET", tag: "attribution", scope: "attribution:read" } as const;

const text = z.string().nullable();
const numbers = z.object({
  sessions: z.int(),
  visitors: z.int(),
  conversions: z.int(),
  credit: z.number(),
  value: z.int().nullable(),
});

const secondKey = text.optional().meta({ description: "With a second dimension" });

export const getAttributionOperation = defineOperation({
  ...shared,
  id: "getAttribution",
  path: "/attribution",
  summary: "Credit for conversions by where the visitors came from",
  query: attributionParams,
  response: z.object({
    rows: z.array(numbers.extend({ key: text, secondKey })),
    total: numbers,
    currency: text.meta({ description: "Of the values, which are in its minor units" }),
  }),
  async handler({ workspaceId, query }) {
    const timezone = await workspaceTimezone(workspaceId);
    return getAttribution(workspaceId, resolveAttributionQuery(query, timezone));
  },
});

const receipt = z
  .object({
    visitorId: text.meta({ description: "Null for an outcome of a company" }),
    visitorName: text,
    companyId: text,
    companyName: text,
    goal: z.string(),
    at: instant,
    value: z.int().nullable().meta({ description: "Minor units of the currency" }),
    currency: text,
    touches: z.array(
      z.object({
        sessionId: z.string(),
        at: instant,
        channel: z.string(),
        source: text,
        medium: text,
        campaign: text,
        landingPage: z.string(),
        key: text,
        secondKey,
        credit: z.number(),
        value: z.int().nullable(),
      }),
    ),
  })
  .meta({ id: "Receipt" });

const receiptParams = attributionParams.extend({
  key: z
    .string()
    .max(2_000)
    .optional()
    .meta({ description: "Only conversions with a touch of this key; empty for the key null" }),
  secondKey: z.string().max(2_000).optional().meta({
    description: "Beside `key`, with a second dimension; empty or missing for the key null",
  }),
  ...pagingParams,
});

export const listReceiptsOperation = defineOperation({
  ...shared,
  id: "listReceipts",
  path: "/attribution/receipts",
  summary: "The conversions behind a number, each with its touches and their credit",
  query: receiptParams,
  response: listOf(receipt),
  async handler({ workspaceId, query: { key, secondKey: second, cursor, limit, ...params } }) {
    const timezone = await workspaceTimezone(workspaceId);
    const query: ReceiptQuery = { ...resolveAttributionQuery(params, timezone), limit };
    if (key !== undefined) query.key = key === "" ? null : key;
    if (second) query.secondKey = second;
    if (cursor !== undefined) query.cursor = cursor;
    const { rows, nextCursor } = await listReceipts(workspaceId, query);
    return { data: rows.map(present), nextCursor };
  },
});

type Found = Awaited<ReturnType<typeof listReceipts>>["rows"][number];

function present({ touches, at, ...receiptOf }: Found): z.output<typeof receipt> {
  return {
    ...receiptOf,
    at: iso(at),
    touches: touches.map((touch) => ({ ...touch, at: iso(touch.at) })),
  };
}

function iso(at: number): string {
  return new Date(at).toISOString();
}

async function workspaceTimezone(id: string): Promise<string> {
  const found = await db().workspace.findUniqueOrThrow({
    where: { id },
    select: { timezone: true },
  });
  return found.timezone;
}
