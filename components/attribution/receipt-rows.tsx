import { cn } from "#components/ui/cn.ts";
import { Link } from "#components/ui/link.tsx";
import type { Receipt } from "#lib/attribution/receipts.ts";
import type { RowKey } from "#lib/attribution/row-key.ts";
import { formatDateTime, formatInstant } from "#lib/format.ts";
import { exactCredit, formatCredit, formatMinor } from "./credit-words.ts";
import { RECEIPT_CELL, WIDE_ONLY } from "./receipt-cell.ts";
import { TouchRow } from "./touch-row.tsx";
import { goalWords } from "./words.ts";

/** How receipts are read. */
export type ReceiptView = {
  timezone: string;
  lookbackDays: number;
  /** The key whose receipts these are, with its words; null for the receipts of all keys. */
  selected: (RowKey & { text: string }) | null;
};

type ReceiptRowsProps = ReceiptView & { receipt: Receipt; href: string };

/** One conversion: who and when, each touch before it, and the sum of what they got. */
export function ReceiptRows(props: ReceiptRowsProps) {
  const { receipt, href, timezone, lookbackDays, selected } = props;
  const { touches, at } = receipt;
  const sum = touches.length === 0 ? 1 : touches.reduce((all, touch) => all + touch.credit, 0);
  const own = selected && (
    <>
      <span title={exactCredit(creditOf(receipt, selected))} className="font-medium text-ink">
        {formatCredit(creditOf(receipt, selected))}
      </span>{" "}
      to {selected.text}
    </>
  );
  return (
    <tbody>
      <tr>
        <th
          scope="rowgroup"
          colSpan={3}
          className={cn(
            RECEIPT_CELL,
            "h-11 truncate border-line-strong border-t font-normal max-md:py-2",
          )}
        >
          <Link href={href} className="hit-area rounded-sm font-semibold text-ink hover:underline">
            {receipt.companyName || receipt.visitorName || "Unnamed visitor"}
          </Link>
          <span className="ml-2.5 text-ink-muted text-xs max-md:ml-0 max-md:block">
            {goalWords(receipt.goal)}
            {receipt.value !== null &&
              receipt.currency !== null &&
              ` (${formatMinor(receipt.value, receipt.currency)})`}{" "}
            <time dateTime={new Date(at).toISOString()} title={formatInstant(at, timezone)}>
              {formatDateTime(at, timezone)}
            </time>
            {own && <span className="md:hidden"> · {own}</span>}
          </span>
        </th>
        <td
          colSpan={4}
          className={cn(
            RECEIPT_CELL,
            WIDE_ONLY,
            "truncate border-line-strong border-t text-right text-ink-muted text-xs",
          )}
        >
          {own}
        </td>
      </tr>
      {touches.map((touch) => (
        <TouchRow
          key={touch.sessionId}
          touch={touch}
          before={at - touch.at}
          timezone={timezone}
          isSelected={selected !== null && isOf(touch, selected)}
        />
      ))}
      {touches.length === 0 && (
        <tr>
          <td colSpan={2} className={cn(RECEIPT_CELL, "h-9 border-line border-t text-ink-muted")}>
            No session within {lookbackDays} {lookbackDays === 1 ? "day" : "days"} before
          </td>
          <td colSpan={4} className={cn(RECEIPT_CELL, WIDE_ONLY, "border-line border-t")} />
          <td className={cn(RECEIPT_CELL, "border-line border-t text-right")}>{formatCredit(1)}</td>
        </tr>
      )}
      <tr>
        <th
          scope="row"
          colSpan={2}
          className={cn(RECEIPT_CELL, "h-9 border-line border-t font-medium text-ink-muted")}
        >
          Sum
        </th>
        <td colSpan={4} className={cn(RECEIPT_CELL, WIDE_ONLY, "border-line border-t")} />
        <td
          title={exactCredit(sum)}
          className={cn(RECEIPT_CELL, "border-line border-t text-right font-medium")}
        >
          {formatCredit(sum)}
        </td>
      </tr>
    </tbody>
  );
}

/** What the conversion gave to a key. Parts of a power of two add up without rounding. */
function creditOf({ touches }: Receipt, row: RowKey): number {
  if (touches.length === 0) return isOf({ key: null }, row) ? 1 : 0;
  return touches.reduce((sum, touch) => (isOf(touch, row) ? sum + touch.credit : sum), 0);
}

function isOf(touch: RowKey, { key, secondKey = null }: RowKey): boolean {
  return touch.key === key && (touch.secondKey ?? null) === secondKey;
}
