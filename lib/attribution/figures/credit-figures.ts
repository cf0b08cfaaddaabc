import { DIMENSIONS } from "#lib/attribution/dimensions.ts";
import { MODEL_NAMES, MODELS } from "#lib/attribution/models.ts";
import { getAttribution } from "#lib/attribution/report.ts";
import type { RowKey } from "#lib/attribution/row-key.ts";
import type { AttributionQuery } from "#lib/attribution/search-params.ts";
import { keyText } from "./figure-words.ts";
import { type FiguresTable, figuresTable, type ReportFigures } from "./figures.ts";

/** The words of a row as strangers may read them: its key, or both of a pair. */
export function rowText(row: RowKey, query: AttributionQuery): string {
  const first = keyText(row.key, query.dimension);
  if (!query.secondDimension || row.secondKey === undefined) return first;
  return `${first} · ${keyText(row.secondKey, query.secondDimension)}`;
}

function keyLabel({ dimension, secondDimension }: AttributionQuery): string {
  const second = secondDimension ? ` · ${DIMENSIONS[secondDimension].label}` : "";
  return DIMENSIONS[dimension].label + second;
}

/** Credit by key, as the page of attribution has it. */
export async function creditFigures(
  workspaceId: string,
  query: AttributionQuery,
): Promise<ReportFigures> {
  const { rows, total, currency } = await getAttribution(workspaceId, query);
  const hasValue = total.value !== null;
  const cellsOf = ({ sessions, visitors, conversions, credit, value }: typeof total) => [
    ...[sessions, visitors, conversions, credit],
    total.credit > 0 ? credit / total.credit : null,
    ...(hasValue ? [value] : []),
  ];
  const table: Omit<FiguresTable, "more"> = {
    title: `Credit by ${keyLabel(query).toLowerCase()}`,
    note: `${MODELS[query.model].label}: the credit of each conversion sums to 1, the column to the number of conversions.`,
    keyLabel: keyLabel(query),
    columns: [
      { label: "Sessions", as: "count" },
      { label: "Visitors", as: "count" },
      { label: "Conversions", as: "count" },
      { label: "Credit", as: "credit" },
      { label: "Share of credit", as: "share" },
      ...(hasValue ? [{ label: "Value", as: "money" } as const] : []),
    ],
    rows: rows.map((row) => ({ key: rowText(row, query), cells: cellsOf(row) })),
    total: cellsOf(total),
  };
  return {
    stats: [
      { label: "Conversions", value: total.conversions, as: "count" },
      { label: "Sessions", value: total.sessions, as: "count" },
      { label: "Visitors", value: total.visitors, as: "count" },
      ...(hasValue ? [{ label: "Value", value: total.value, as: "money" } as const] : []),
    ],
    tables: [figuresTable(table)],
    currency,
  };
}

/** Credit by key, by every model. */
export async function modelFigures(
  workspaceId: string,
  query: AttributionQuery,
): Promise<ReportFigures> {
  const credits = new Map<string, { row: RowKey; cells: number[] }>();
  const totals: number[] = [];
  for (const [at, model] of MODEL_NAMES.entries()) {
    const { rows, total } = await getAttribution(workspaceId, { ...query, model });
    totals.push(total.credit);
    for (const { credit, ...row } of rows) {
      const name = JSON.stringify([row.key, row.secondKey]);
      const found = credits.get(name) ?? { row, cells: MODEL_NAMES.map(() => 0) };
      credits.set(name, found);
      found.cells[at] = credit;
    }
  }
  const current = MODEL_NAMES.indexOf(query.model);
  const rank = ({ cells }: { cells: number[] }) => cells[current] ?? 0;
  const table: Omit<FiguresTable, "more"> = {
    title: `Credit by ${keyLabel(query).toLowerCase()}, by every model`,
    note: "Each column sums to the number of conversions.",
    keyLabel: keyLabel(query),
    columns: MODEL_NAMES.map((model) => ({ label: MODELS[model].label, as: "credit" })),
    rows: [...credits.values()]
      .filter(({ cells }) => cells.some((credit) => credit > 0))
      .sort((a, b) => rank(b) - rank(a))
      .map(({ row, cells }) => ({ key: rowText(row, query), cells })),
    total: totals,
  };
  const conversions = totals[current] ?? 0;
  return {
    stats: [{ label: "Conversions", value: conversions, as: "count" }],
    tables: [figuresTable(table)],
    currency: null,
  };
}
