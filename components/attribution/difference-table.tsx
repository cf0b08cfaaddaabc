import { Card } from "#components/ui/card.tsx";
import type { ReportDifference } from "#lib/attribution/frozen/frozen-reports.ts";
import type { RowDimensions } from "#lib/attribution/row-key.ts";
import { ABSENT, formatNumber } from "#lib/format.ts";
import { exactCredit, formatCredit } from "./credit-words.ts";
import { KeyCell, NumberCell, NumberTable, TableNote, TableTitle } from "./number-table.tsx";
import { rowWords } from "./words.ts";

export type DifferenceTableProps = {
  rows: readonly ReportDifference[];
  total: Pick<ReportDifference, "before" | "after">;
  dimensions: RowDimensions;
  /** "Channel". */
  dimensionLabel: string;
};

const ID = "difference";

/** Sessions and credit as they were reported and as they read now, with what changed. */
export function DifferenceTable({ rows, total, dimensions, dimensionLabel }: DifferenceTableProps) {
  const head = [
    dimensionLabel,
    ...["Sessions then", "Sessions now", "Credit then", "Credit now", "Difference"],
  ];
  const sorted = rows.toSorted((a, b) => Math.abs(changeOf(b)) - Math.abs(changeOf(a)));
  return (
    <Card
      title={<TableTitle id={ID}>Then and now</TableTitle>}
      description={<TableNote>What changed most comes first.</TableNote>}
      padded={false}
    >
      <NumberTable
        labelledBy={ID}
        head={head.map((label) => ({ id: label, label, isCurrent: label === "Difference" }))}
        foot={
          <tr>
            <KeyCell text="Total" isTotal />
            <Cells {...total} isTotal />
          </tr>
        }
      >
        {sorted.map((row) => (
          <tr key={JSON.stringify([row.key, row.secondKey])} className="group/row">
            <KeyCell text={rowWords(dimensions, row)} isMuted={row.key === null} />
            <Cells before={row.before} after={row.after} />
          </tr>
        ))}
      </NumberTable>
    </Card>
  );
}

function changeOf({ before, after }: Pick<ReportDifference, "before" | "after">): number {
  return (after?.credit ?? 0) - (before?.credit ?? 0);
}

function Cells({
  before,
  after,
  isTotal = false,
}: Pick<ReportDifference, "before" | "after"> & { isTotal?: boolean }) {
  const change = changeOf({ before, after });
  const sign = change > 0 ? "+" : change < 0 ? "−" : "";
  return (
    <>
      {[before, after].map((side, at) => (
        <NumberCell key={at === 0 ? "then" : "now"} isTotal={isTotal}>
          {side ? formatNumber(side.sessions) : ABSENT}
        </NumberCell>
      ))}
      {[before, after].map((side, at) => (
        <NumberCell key={at === 0 ? "credit then" : "credit now"} isTotal={isTotal}>
          {side ? (
            <span title={exactCredit(side.credit)}>{formatCredit(side.credit)}</span>
          ) : (
            ABSENT
          )}
        </NumberCell>
      ))}
      <NumberCell isTotal={isTotal} title={exactCredit(change)}>
        {change === 0 ? (
          <span className="text-ink-faint">0.00</span>
        ) : (
          sign + formatCredit(Math.abs(change))
        )}
      </NumberCell>
    </>
  );
}
