import { ABSENT } from "#lib/format.ts";
import { exactCredit, formatCredit, formatShare } from "./credit-words.ts";
import { NumberCell } from "./number-table.tsx";

/** The heads of these cells. */
export const CHANGE_HEADS = ["Credit before", "Change", "Change in %"];

type ChangeCellsProps = { now: number; before: number; isTotal?: boolean };

/** What the credit was, and how much it changed: the sign says which way, the colour only repeats it. */
export function ChangeCells({ now, before, isTotal = false }: ChangeCellsProps) {
  const by = now - before;
  const look = by > 0 ? "text-positive-text" : by < 0 ? "text-danger-text" : "text-ink-faint";
  const sign = by > 0 ? "+" : by < 0 ? "−" : "";
  return (
    <>
      <NumberCell isTotal={isTotal} title={exactCredit(before)}>
        <span className="text-ink-muted">{formatCredit(before)}</span>
      </NumberCell>
      <NumberCell isTotal={isTotal} title={exactCredit(by)}>
        <span className={look}>{sign + formatCredit(Math.abs(by))}</span>
      </NumberCell>
      <NumberCell isTotal={isTotal}>
        <span className={look}>
          {before === 0 ? noShare(now) : sign + formatShare(Math.abs(by), before)}
        </span>
      </NumberCell>
    </>
  );
}

function noShare(now: number): string {
  return now > 0 ? "new" : ABSENT;
}
