import { formatNumber } from "#lib/format.ts";
import { exactCredit, formatCredit } from "./credit-words.ts";

type ReceiptsSummaryProps = {
  conversions: number;
  credit: number;
  /** Whose receipts these are; null for all. */
  keyText: string | null;
};

/** What all receipts add up to: the number that was clicked. */
export function ReceiptsSummary({ conversions, credit, keyText }: ReceiptsSummaryProps) {
  return (
    <p className="text-ink-muted text-sm">
      <span className="font-medium text-ink">{formatNumber(conversions)}</span>{" "}
      {conversions === 1 ? "conversion" : "conversions"},{" "}
      <span title={exactCredit(credit)} className="font-medium text-ink">
        {formatCredit(credit)}
      </span>{" "}
      credit{keyText !== null && ` to ${keyText}`}. Each receipt sums to exactly 1.
    </p>
  );
}
