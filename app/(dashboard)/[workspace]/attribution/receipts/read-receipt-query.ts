import { z } from "zod";
import {
  type Read,
  readOrProblem,
  readParams,
} from "#app/(dashboard)/[workspace]/attribution/read-report-state.ts";
import type { ReceiptQuery } from "#lib/attribution/receipt-rows.ts";
import { parseAttributionQuery } from "#lib/attribution/search-params.ts";
import { decodeCursor } from "#lib/keyset.ts";
import type { UrlState } from "#lib/search-state.ts";

const PAGE = 25;

const pageParams = z.object({
  key: z.string({ error: "must be given once" }).max(2_000).optional(),
  secondKey: z.string({ error: "must be given once" }).max(2_000).optional(),
  cursor: z.string({ error: "must be given once" }).max(500).optional(),
});

/** The receipts that a URL asks for; an empty key is the key null. */
export function readReceiptQuery(raw: UrlState, timezone: string): Read<ReceiptQuery> {
  return readOrProblem(() => {
    const query: ReceiptQuery = { ...parseAttributionQuery(raw, timezone), limit: PAGE };
    const { key, secondKey, cursor } = readParams(pageParams, raw);
    // Looked at here, so that a wrong one is words on the page and no failure of the list.
    decodeCursor(cursor, "-at", z.tuple([z.number(), z.string()]));
    if (key !== undefined) query.key = key === "" ? null : key;
    if (secondKey) query.secondKey = secondKey;
    if (cursor !== undefined) query.cursor = cursor;
    return query;
  });
}
