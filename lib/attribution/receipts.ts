import { encodeCursor, type Page, pageOf } from "#lib/keyset.ts";
import { creditNumber, shareInteger } from "./credit.ts";
import {
  type ReceiptQuery,
  type ReceiptRow,
  readReceiptRows,
  SORT,
  type TouchRow,
} from "./receipt-rows.ts";
import { creditorOf } from "./reports/read-credit.ts";
import { joinKeys, type RowKey } from "./row-key.ts";
import type { Creditor } from "./touch.ts";

/** A touch of a receipt; times are ms, `credit` a part of 1, `value` minor units of the receipt's. */
export type ReceiptTouch = Omit<TouchRow, "isDirect" | "second"> &
  RowKey & { credit: number; value: number | null };

/**
 * One conversion with its touches in order: of a visitor, or of a company for an outcome. The credits
 * sum to exactly 1 and the values to exactly `value`, minor units (no touch: no credits).
 */
export interface Receipt extends Omit<ReceiptRow, "touches" | "subject" | "amount"> {
  value: number | null;
  touches: ReceiptTouch[];
}

function toReceipt(row: ReceiptRow, creditor: Creditor, query: ReceiptQuery): Receipt {
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

/**
 * The conversions behind a number, newest first, `limit` at a time. Throws `invalid_request` for a
 * cursor that is not ours.
 */
export async function listReceipts(
  workspaceId: string,
  query: ReceiptQuery,
): Promise<Page<Receipt>> {
  const rows = await readReceiptRows(workspaceId, query);
  const page = pageOf(rows, query.limit, (last) => encodeCursor(SORT, [last.at, last.subject]));
  if (page.rows.length === 0) return { rows: [], nextCursor: null };
  const creditor = await creditorOf(workspaceId, query);
  return { ...page, rows: page.rows.map((row) => toReceipt(row, creditor, query)) };
}
