import type { ReactNode } from "react";
import { Card } from "#components/ui/card.tsx";
import { Link } from "#components/ui/link.tsx";
import type { ModelName } from "#lib/attribution/models.ts";
import type { RowDimensions, RowKey } from "#lib/attribution/row-key.ts";
import { formatNumber } from "#lib/format.ts";
import { exactCredit, formatCredit } from "./credit-words.ts";
import { KeyCell, NumberCell, NumberTable, TableNote, TableTitle } from "./number-table.tsx";
import { ReceiptsLink } from "./receipts-link.tsx";
import { RowsNote } from "./rows-note.tsx";
import { MODEL_EXPLANATION, rowWords } from "./words.ts";

export type ModelColumn = {
  model: ModelName;
  label: string;
  /** This view, ranked by the model. */
  href: string;
  receiptsHref: (row?: RowKey) => string;
  total: number;
};

export type ModelsTableProps = {
  columns: readonly ModelColumn[];
  /** The model that ranks the rows. */
  current: ModelName;
  rows: readonly (RowKey & { credits: Readonly<Record<ModelName, number>> })[];
  /** How many there are with those that are not among `rows`. */
  count: number;
  dimensions: RowDimensions;
  dimensionLabel: string;
  limit: number;
  showAllHref: string | null;
  /** At the right of the title. */
  actions: ReactNode;
};

const ID = "credit-by-model";

/** What each model gives each key: where the columns differ, the choice of a model matters. */
export function ModelsTable(props: ModelsTableProps) {
  const { columns, current, rows, count, dimensions, dimensionLabel, limit } = props;
  const shown = rows.slice(0, limit);
  const rest = count - shown.length;
  const most = Math.max(...shown.flatMap(({ credits }) => Object.values(credits)));
  const word = dimensionLabel.toLowerCase();
  const head = columns.map(({ model, label, href }) => ({
    id: model,
    isCurrent: model === current,
    label: (
      <Link
        href={href}
        scroll={false}
        title={MODEL_EXPLANATION[model]}
        className="hit-area rounded-sm hover:text-ink hover:underline"
      >
        {label}
        {model === current && <span aria-hidden="true"> ↓</span>}
      </Link>
    ),
  }));
  return (
    <Card
      actions={props.actions}
      title={<TableTitle id={ID}>{`Credit by ${word}, models side by side`}</TableTitle>}
      description={
        <TableNote>
          The same conversions, shared out by each model. The stronger the tint, the more credit.
        </TableNote>
      }
      padded={false}
    >
      <NumberTable
        labelledBy={ID}
        head={[{ id: "key", label: dimensionLabel }, ...head]}
        foot={
          <tr>
            <KeyCell text="Total" isTotal />
            {columns.map(({ model, total, receiptsHref }) => (
              <NumberCell key={model} isTotal>
                <ReceiptsLink
                  href={receiptsHref()}
                  label="all receipts"
                  title={exactCredit(total)}
                  text={formatCredit(total)}
                />
              </NumberCell>
            ))}
          </tr>
        }
      >
        {shown.map((row) => {
          const text = rowWords(dimensions, row);
          return (
            <tr key={JSON.stringify([row.key, row.secondKey])} className="group/row">
              <KeyCell text={text} isMuted={row.key === null} />
              {columns.map((column) => (
                <Credit
                  key={column.model}
                  column={column}
                  of={row}
                  text={text}
                  credits={row.credits}
                  most={most}
                />
              ))}
            </tr>
          );
        })}
      </NumberTable>
      <RowsNote
        dimension={dimensions.dimension}
        word={word}
        hasNull={shown.some((row) => row.key === null)}
        showAllHref={rest > 0 ? props.showAllHref : null}
        count={count}
      />
      {rest > 0 && props.showAllHref === null && (
        <p className="border-line border-t px-4 py-2.5 text-ink-muted text-xs">
          {formatNumber(rest)} more rows are not shown; they are part of the totals.
        </p>
      )}
    </Card>
  );
}

type CreditProps = {
  column: ModelColumn;
  of: RowKey;
  text: string;
  credits: Readonly<Record<ModelName, number>>;
  /** The highest credit of the table. */
  most: number;
};

function Credit({ column, of, text, credits, most }: CreditProps) {
  const credit = credits[column.model];
  if (credit === 0) {
    return (
      <NumberCell>
        <span className="text-ink-faint">{formatCredit(0)}</span>
      </NumberCell>
    );
  }
  return (
    <NumberCell heat={credit / most}>
      <ReceiptsLink
        href={column.receiptsHref(of)}
        label={`receipts of ${text}`}
        title={exactCredit(credit)}
        text={formatCredit(credit)}
      />
    </NumberCell>
  );
}
