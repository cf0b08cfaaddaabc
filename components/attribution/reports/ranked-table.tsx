import type { ReactNode } from "react";
import {
  KeyCell,
  NumberCell,
  NumberTable,
  TableNote,
  TableTitle,
} from "#components/attribution/number-table.tsx";
import { Card } from "#components/ui/card.tsx";

export type RankedTableProps = {
  id: string;
  title: string;
  note: string;
  head: readonly string[];
  rows: readonly {
    key: string;
    label: string;
    isMuted?: boolean;
    href?: string;
    cells: readonly ReactNode[];
  }[];
  actions?: ReactNode;
  /** Instead of rows, when there is none. */
  emptyText: string;
};

/** A table of a few numbers by key, in the caller's order. */
export function RankedTable({ id, title, note, head, rows, actions, emptyText }: RankedTableProps) {
  return (
    <Card
      title={<TableTitle id={id}>{title}</TableTitle>}
      description={<TableNote>{note}</TableNote>}
      actions={actions}
      padded={false}
    >
      {rows.length === 0 ? (
        <p className="border-line border-t px-4 py-8 text-center text-ink-muted text-sm">
          {emptyText}
        </p>
      ) : (
        <NumberTable labelledBy={id} head={head.map((label) => ({ id: label, label }))} foot={null}>
          {rows.map(({ key, label, isMuted = false, href, cells }) => (
            <tr key={key} className="group/row">
              <KeyCell text={label} isMuted={isMuted} {...(href && { href })} />
              {cells.map((cell, at) => (
                <NumberCell key={head[at + 1]}>{cell}</NumberCell>
              ))}
            </tr>
          ))}
        </NumberTable>
      )}
    </Card>
  );
}
