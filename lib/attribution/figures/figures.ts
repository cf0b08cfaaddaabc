/** How a number is to be written. */
export type FigureKind = "count" | "credit" | "share" | "duration" | "money";

export interface FiguresTable {
  title: string;
  note: string;
  keyLabel: string;
  columns: { label: string; as: FigureKind }[];
  rows: { key: string; cells: (number | null)[] }[];
  total: (number | null)[] | null;
  /** Rows that are left out. */
  more: number;
}

/** What a report says in numbers, for those who may see the figures but nobody in them. */
export interface ReportFigures {
  stats: { label: string; value: number | null; as: FigureKind }[];
  tables: FiguresTable[];
  /** Of money. */
  currency: string | null;
}

/** More rows than these are no report that somebody reads. */
export const MOST_ROWS = 100;

/** A table of the first rows; the others are counted. */
export function figuresTable(table: Omit<FiguresTable, "more">): FiguresTable {
  const rows = table.rows.slice(0, MOST_ROWS);
  return { ...table, rows, more: table.rows.length - rows.length };
}
