import type { ReactNode } from "react";
import { Card } from "#components/ui/card.tsx";
import type { RestRows } from "#lib/attribution/first-rows.ts";
import type { AttributionNumbers, AttributionRow } from "#lib/attribution/report.ts";
import type { RowDimensions, RowKey } from "#lib/attribution/row-key.ts";
import { ABSENT, formatNumber } from "#lib/format.ts";
import { CHANGE_HEADS, ChangeCells } from "./change-cells.tsx";
import { exactCredit, formatCredit, formatMinor, formatShare } from "./credit-words.ts";
import { KeyCell, NumberCell, NumberTable, TableNote, TableTitle } from "./number-table.tsx";
import { ReceiptsLink } from "./receipts-link.tsx";
import { RowsNote } from "./rows-note.tsx";
import { rowWords } from "./words.ts";

type Before = Pick<AttributionNumbers, "credit">;

export type CreditTableProps = {
  /** `before` is there when an earlier period stands beside. */
  /** The rows that are drawn. */
  rows: readonly (AttributionRow & { before?: Before })[];
  /** The others as one, `before` their credit of the earlier period. */
  rest: RestRows & { before: number };
  total: AttributionNumbers & { before?: Before };
  currency: string | null;
  dimensions: RowDimensions;
  /** "Channel", "Channel × Campaign". */
  dimensionLabel: string;
  showAllHref: string | null;
  /** The receipts of a row; all of them without one. */
  receiptsHref: (row?: RowKey) => string;
  /** The dates of the earlier period in words. */
  comparedWords: string | null;
  actions: ReactNode;
};

const ID = "credit-by-key";

export function CreditTable(props: CreditTableProps) {
  const { rows, total, currency, dimensions, dimensionLabel, rest, receiptsHref } = props;
  const head = [dimensionLabel, "Sessions", "Visitors", "Conversions", "Credit", "Share of credit"];
  if (props.comparedWords !== null) head.push(...CHANGE_HEADS);
  if (currency !== null) head.push(`Value (${currency})`);
  const word = dimensionLabel.toLowerCase();
  return (
    <Card
      title={<TableTitle id={ID}>{`Credit by ${word}`}</TableTitle>}
      description={
        <TableNote>
          Sessions and visitors of the period. Each number of conversions or credit opens its
          receipts.
          {props.comparedWords !== null && ` Before: ${props.comparedWords}.`}
        </TableNote>
      }
      actions={props.actions}
      padded={false}
    >
      <NumberTable
        labelledBy={ID}
        head={head.map((label) => ({ id: label, label, isCurrent: label === "Credit" }))}
        foot={
          <tr>
            <KeyCell text="Total" isTotal />
            <Numbers
              numbers={total}
              total={total}
              currency={currency}
              label="all receipts"
              href={receiptsHref()}
              isTotal
            />
          </tr>
        }
      >
        {rows.map((row) => {
          const text = rowWords(dimensions, row);
          return (
            <tr key={JSON.stringify([row.key, row.secondKey])} className="group/row">
              <KeyCell text={text} isMuted={row.key === null} />
              <Numbers
                numbers={row}
                total={total}
                currency={currency}
                label={`receipts of ${text}`}
                href={receiptsHref(row)}
              />
            </tr>
          );
        })}
        {rest.count > 0 && <Rest rest={rest} total={total} currency={currency} />}
      </NumberTable>
      <RowsNote
        dimension={dimensions.dimension}
        word={dimensionLabel.toLowerCase()}
        hasNull={rows.some((row) => row.key === null)}
        showAllHref={props.showAllHref}
        count={rows.length + rest.count}
      />
    </Card>
  );
}

type NumbersProps = {
  numbers: AttributionNumbers & { before?: Before };
  total: AttributionNumbers;
  currency: string | null;
  label: string;
  href: string;
  isTotal?: boolean;
};

function Numbers({ numbers, total, currency, label, href, isTotal }: NumbersProps) {
  const { sessions, visitors, conversions, credit, before } = numbers;
  const cell = isTotal ? { isTotal } : {};
  return (
    <>
      <NumberCell {...cell}>{formatNumber(sessions)}</NumberCell>
      <NumberCell {...cell}>{formatNumber(visitors)}</NumberCell>
      <NumberCell {...cell}>
        {conversions === 0 ? (
          <span className="text-ink-faint">0</span>
        ) : (
          <ReceiptsLink href={href} label={label} text={formatNumber(conversions)} />
        )}
      </NumberCell>
      <NumberCell {...cell}>
        {conversions === 0 ? (
          <span className="text-ink-faint">{formatCredit(credit)}</span>
        ) : (
          <ReceiptsLink
            href={href}
            label={label}
            title={exactCredit(credit)}
            text={formatCredit(credit)}
          />
        )}
      </NumberCell>
      <NumberCell {...cell}>
        <span className="text-ink-muted">{formatShare(credit, total.credit)}</span>
      </NumberCell>
      {before && <ChangeCells {...cell} now={credit} before={before.credit} />}
      {currency !== null && (
        <NumberCell {...cell}>{formatMinor(numbers.value ?? 0, currency)}</NumberCell>
      )}
    </>
  );
}

/** Visitors and conversions of several keys overlap, so only what adds up is added. */
function Rest({ rest, total, currency }: Pick<CreditTableProps, "rest" | "total" | "currency">) {
  const { count, sessions, credit, value, before } = rest;
  return (
    <tr className="group/row">
      <KeyCell text={`${formatNumber(count)} more`} isMuted />
      <NumberCell>{formatNumber(sessions)}</NumberCell>
      <NumberCell>{ABSENT}</NumberCell>
      <NumberCell>{ABSENT}</NumberCell>
      <NumberCell title={exactCredit(credit)}>{formatCredit(credit)}</NumberCell>
      <NumberCell>{formatShare(credit, total.credit)}</NumberCell>
      {total.before && <ChangeCells now={credit} before={before} />}
      {currency !== null && <NumberCell>{formatMinor(value, currency)}</NumberCell>}
    </tr>
  );
}
