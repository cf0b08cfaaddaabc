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
import type { ValidityMix } from "#lib/attribution/reports/validity-mix.ts";
import { formatNumber } from "#lib/format.ts";
import { MIX_WORDS } from "./mix-words.ts";

export type MixTableRow = {
  key: string | null;
  label: string;
  visitors?: number;
  mix: ValidityMix;
};

type MixTableProps = {
  id: string;
  title: string;
  note: string;
  /** "Source". */
  keyLabel: string;
  /** What the mix counts: "Results". */
  countLabel: string;
  rows: readonly MixTableRow[];
  /** How many rows are drawn; the total is of all. */
  limit: number;
  actions: ReactNode;
};

const sumOf = (mix: ValidityMix) => MIX_WORDS.reduce((sum, { key }) => sum + mix[key], 0);

/** Validity by key, with the share of what is fine to write to. */
export function MixTable(props: MixTableProps) {
  const { id, title, note, keyLabel, countLabel, rows, limit, actions } = props;
  const hasVisitors = rows.some(({ visitors }) => visitors !== undefined);
  const words = MIX_WORDS.filter(
    ({ key }) => key !== "other" || rows.some(({ mix }) => mix.other > 0),
  );
  const head = [
    keyLabel,
    ...(hasVisitors ? ["Visitors"] : []),
    countLabel,
    ...words.map(({ label }) => label),
    "Share valid",
  ];
  const total = Object.fromEntries(
    MIX_WORDS.map(({ key }) => [key, rows.reduce((sum, { mix }) => sum + mix[key], 0)]),
  ) as ValidityMix; // Object.fromEntries forgets that all names are there, each once.
  const cells = ({ mix, visitors }: Pick<MixTableRow, "mix" | "visitors">, isTotal = false) => {
    const all = sumOf(mix);
    const valid = mix.valid + mix.valid_catch_all;
    return (
      <>
        {hasVisitors && <NumberCell isTotal={isTotal}>{formatNumber(visitors)}</NumberCell>}
        <NumberCell isTotal={isTotal}>{formatNumber(all)}</NumberCell>
        {words.map(({ key }) => (
          <NumberCell key={key} isTotal={isTotal}>
            {formatNumber(mix[key])}
          </NumberCell>
        ))}
        <NumberCell isTotal={isTotal} heat={isTotal || all === 0 ? 0 : valid / all}>
          {formatShare(valid, all)}
        </NumberCell>
      </>
    );
  };
  return (
    <Card
      title={<TableTitle id={id}>{title}</TableTitle>}
      description={<TableNote>{note}</TableNote>}
      actions={actions}
      padded={false}
    >
      <NumberTable
        labelledBy={id}
        head={head.map((label) => ({ id: label, label }))}
        foot={
          <tr>
            <KeyCell text="Total" isTotal />
            {cells(
              { mix: total, visitors: rows.reduce((sum, row) => sum + (row.visitors ?? 0), 0) },
              true,
            )}
          </tr>
        }
      >
        {rows.slice(0, limit).map((row) => (
          <tr key={row.key ?? "\0"} className="group/row">
            <KeyCell text={row.label} isMuted={row.key === null} />
            {cells(row)}
          </tr>
        ))}
      </NumberTable>
    </Card>
  );
}
