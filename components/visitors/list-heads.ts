import type { ColumnName } from "#components/table/column.ts";
import { PLAIN_LAYOUT, type TableLayout } from "#components/table/table-layout.ts";

/** The columns of the visitor list by name, for the choice of columns and the skeleton. */
export const VISITOR_COLUMN_NAMES: readonly ColumnName[] = [
  { id: "name", header: "Person", hideable: false },
  { id: "company", header: "Company" },
  { id: "score", header: "Score" },
  { id: "lastSeenAt", header: "Last seen" },
  { id: "email", header: "E-mail" },
  { id: "source", header: "Last touch" },
  { id: "pageviews", header: "Pages" },
  { id: "status", header: "Status" },
  { id: "owner", header: "Owner" },
  { id: "stage", header: "Stage" },
  { id: "tags", header: "Tags" },
  { id: "location", header: "Location" },
];

/** The list as it comes. */
export const VISITOR_LAYOUT: TableLayout = {
  ...PLAIN_LAYOUT,
  hidden: ["stage", "tags", "location"],
};
