import {
  KeyCell,
  NumberCell,
  NumberTable,
  TableNote,
  TableTitle,
} from "#components/attribution/number-table.tsx";
import { Card } from "#components/ui/card.tsx";

export type FiguresCardProps = {
  id: string;
  title: string;
  note: string;
  head: readonly string[];
  rows: readonly { key: string; cells: readonly string[] }[];
  total: readonly string[] | null;
};

/** A table of figures as text, which leads nowhere. */
export function FiguresCard({ id, title, note, head, rows, total }: FiguresCardProps) {
  return (
    <Card
      title={<TableTitle id={id}>{title}</TableTitle>}
      description={<TableNote>{note}</TableNote>}
      padded={false}
    >
      {rows.length === 0 ? (
        <p className="border-line border-t px-4 py-8 text-center text-ink-muted text-sm">
          Nothing in this period.
        </p>
      ) : (
        <NumberTable
          labelledBy={id}
          head={head.map((label) => ({ id: label, label }))}
          foot={
            total && (
              <tr>
                <KeyCell text="Total" isTotal />
                {total.map((text, at) => (
                  <NumberCell key={head[at + 1]} isTotal>
                    {text}
                  </NumberCell>
                ))}
              </tr>
            )
          }
        >
          {rows.map(({ key, cells }, row) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two keys may read the same once masked
            <tr key={row} className="group/row">
              <KeyCell text={key} />
              {cells.map((text, at) => (
                <NumberCell key={head[at + 1]}>{text}</NumberCell>
              ))}
            </tr>
          ))}
        </NumberTable>
      )}
    </Card>
  );
}
