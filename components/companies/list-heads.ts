import type { ColumnName } from "#components/table/column.ts";
import { PLAIN_LAYOUT, type TableLayout } from "#components/table/table-layout.ts";

/** The columns of the company list by name, for the choice of columns and the skeleton. */
export const COMPANY_COLUMN_NAMES: readonly ColumnName[] = [
  { id: "name", header: "Company", hideable: false },
  { id: "score", header: "Score" },
  { id: "lastSeenAt", header: "Last seen" },
  { id: "visitors", header: "Visitors" },
  { id: "sessions", header: "Sessions" },
  { id: "pageviews", header: "Pages" },
  { id: "industry", header: "Industry" },
  { id: "employees", header: "Employees" },
  { id: "country", header: "Country" },
];

/** The list as it comes. */
export const COMPANY_LAYOUT: TableLayout = PLAIN_LAYOUT;
