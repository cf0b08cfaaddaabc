import {
  type ComparedRow,
  changeOf,
  compareReports,
  type Dates,
  earlierQuery,
} from "./comparison.ts";
import { getAttribution } from "./report.ts";
import type { AttributionQuery } from "./search-params.ts";
import { FILTER_NAMES } from "./visitor-filters.ts";

type Cell = string | number | null;

const NUMBERS = ["sessions", "visitors", "conversions", "credit", "value_minor"];

/**
 * The credit report as records for a CSV file: its head, then every row. What it is narrowed down to stands
 * in columns of its own, so that no row is taken for more than it is. The key null is an empty cell.
 */
export async function readCreditRecords(
  workspaceId: string,
  query: AttributionQuery,
  compared: Dates | null,
): Promise<Cell[][]> {
  const [report, earlier] = await Promise.all([
    getAttribution(workspaceId, query),
    compared && getAttribution(workspaceId, earlierQuery(query, compared)),
  ]);
  const filters = FILTER_NAMES.filter((name) => query[name] !== undefined);
  const { secondDimension, dimension } = query;
  const head = [
    ...[dimension, ...(secondDimension ? [secondDimension] : []), ...NUMBERS, "currency"],
    ...(compared ? ["before_from", "before_to", ...NUMBERS.map((name) => `${name}_before`)] : []),
    ...(compared ? ["credit_change", "credit_change_share"] : []),
    ...filters.map((name) => `filter_${name}`),
  ];
  const rows: Partial<ComparedRow>[] = earlier ? compareReports(report, earlier) : report.rows;
  return [
    head,
    ...rows.map((row) => [
      ...[row.key ?? null, ...(secondDimension ? [row.secondKey ?? null] : [])],
      ...numbersOf(row),
      typeof row.value === "number" ? report.currency : null,
      ...(compared ? [compared.from, compared.to, ...numbersOf(row.before ?? {})] : []),
      ...(compared ? changeCells(row) : []),
      ...filters.map((name) => query[name] ?? null),
    ]),
  ];
}

function numbersOf(row: Partial<ComparedRow["before"]>): Cell[] {
  const { sessions = 0, visitors = 0, conversions = 0, credit = 0, value = null } = row;
  return [sessions, visitors, conversions, credit, value];
}

function changeCells({ credit = 0, before }: Partial<ComparedRow>): Cell[] {
  const { by, share } = changeOf(credit, before?.credit ?? 0);
  return [by, share];
}
