import { cn } from "#components/ui/cn.ts";
import type { ReceiptTouch } from "#lib/attribution/receipts.ts";
import { ABSENT, formatDateTime, formatDuration, formatInstant, pathOf } from "#lib/format.ts";
import { exactCredit, formatCredit } from "./credit-words.ts";
import { RECEIPT_CELL, WIDE_ONLY } from "./receipt-cell.ts";

type TouchRowProps = {
  touch: ReceiptTouch;
  /** How long before the conversion, ms. */
  before: number;
  timezone: string;
  /** It has the key whose receipts these are. */
  isSelected: boolean;
};

const CELL = cn(RECEIPT_CELL, "h-9 border-line border-t max-md:py-2 max-md:align-top");

/** One touch. On a phone what does not fit beside each other stands below the channel. */
export function TouchRow({ touch, before, timezone, isSelected }: TouchRowProps) {
  const { channel, campaign, credit } = touch;
  const origin = originWords(touch);
  const page = pathOf(touch.landingPage);
  const details = [...new Set([origin, campaign, page])];
  return (
    <tr className={cn(isSelected && "bg-selected")}>
      <td className={cn(CELL, "whitespace-nowrap text-ink-muted max-md:whitespace-normal")}>
        <time dateTime={new Date(touch.at).toISOString()} title={formatInstant(touch.at, timezone)}>
          {formatDateTime(touch.at, timezone)}
        </time>
      </td>
      <td className={cn(CELL, WIDE_ONLY, "truncate text-ink-muted")}>{formatDuration(before)}</td>
      <td className={cn(CELL, "md:truncate")}>
        {channel}
        <span className="block text-ink-muted text-xs md:hidden">
          {details.map(
            (word) =>
              word &&
              word !== ABSENT && (
                <span key={word} className="wrap-anywhere block">
                  {word}
                </span>
              ),
          )}
        </span>
      </td>
      <td title={origin} className={cn(CELL, WIDE_ONLY, "truncate")}>
        {origin}
      </td>
      <td title={campaign ?? undefined} className={cn(CELL, WIDE_ONLY, "truncate")}>
        {campaign ?? <span className="text-ink-faint">{ABSENT}</span>}
      </td>
      <td title={touch.landingPage} className={cn(CELL, WIDE_ONLY, "truncate")}>
        {page}
      </td>
      <td
        title={exactCredit(credit)}
        className={cn(CELL, "text-right", credit === 0 && "text-ink-faint")}
      >
        {formatCredit(credit)}
      </td>
    </tr>
  );
}

function originWords({ source, medium }: ReceiptTouch): string {
  if (source === null && medium === null) return ABSENT;
  return `${source ?? ABSENT} / ${medium ?? ABSENT}`;
}
