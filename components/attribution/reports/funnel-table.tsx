import type { ReactNode } from "react";
import { formatShare } from "#components/attribution/credit-words.ts";
import {
  KeyCell,
  NumberCell,
  NumberTable,
  TableNote,
  TableTitle,
} from "#components/attribution/number-table.tsx";
import { Card } from "#components/ui/card.tsx";
import type { FunnelRow } from "#lib/attribution/reports/funnel.ts";
import { ABSENT, formatDuration, formatNumber } from "#lib/format.ts";
import { STEP_WORDS } from "#lib/visitor-words.ts";

const ID = "funnel-steps";

/** The heads of the columns. */
export const FUNNEL_COLUMNS = [
  "Step",
  "Visitors",
  "Of the step before",
  "Of identified",
  "In any order",
  "Median time",
];

type FunnelTableProps = { rows: readonly FunnelRow[]; actions: ReactNode };

/** The steps with what each keeps of the one before. */
export function FunnelTable({ rows, actions }: FunnelTableProps) {
  const all = rows[0]?.visitors ?? 0;
  return (
    <Card
      title={<TableTitle id={ID}>Step by step</TableTitle>}
      description={
        <TableNote>
          A step counts who reached it and every step before it; “in any order” whoever reached it
          at all. Median time from the step before, for the first from the first session.
        </TableNote>
      }
      actions={actions}
      padded={false}
    >
      <NumberTable
        labelledBy={ID}
        head={FUNNEL_COLUMNS.map((label) => ({ id: label, label }))}
        foot={null}
      >
        {rows.map(({ step, visitors, anyOrder, medianMs }, at) => (
          <tr key={step} className="group/row">
            <KeyCell text={STEP_WORDS[step]} />
            <NumberCell>{formatNumber(visitors)}</NumberCell>
            <NumberCell>
              {at === 0 ? ABSENT : formatShare(visitors, rows[at - 1]?.visitors ?? 0)}
            </NumberCell>
            <NumberCell heat={all > 0 ? visitors / all : 0}>
              {formatShare(visitors, all)}
            </NumberCell>
            <NumberCell>{formatNumber(anyOrder)}</NumberCell>
            <NumberCell>{formatDuration(medianMs)}</NumberCell>
          </tr>
        ))}
      </NumberTable>
    </Card>
  );
}
