/** A table that holds nothing but what the ledger's events say. */
export interface ProjectedTable {
  name: string;
  /**
   * Columns that depend on which delivery came first, each with what is compared in its place: an SQL
   * expression over the row of that alias.
   */
  arrival?: Readonly<Record<string, (row: string) => string>>;
}

/** Every projected table. Rebuild, check and the tests take them from here. */
export const PROJECTED_TABLES: readonly ProjectedTable[] = [
  {
    name: "event",
    arrival: {
      // Any delivery with these bytes will do, but there must be one: facts are collected from it again.
      deliveryId: (row) =>
        `EXISTS (SELECT 1 FROM delivery d WHERE d."workspaceId" = ${row}."workspaceId"
          AND d."id" = ${row}."deliveryId" AND d."bodyHash" = ${row}."hash")`,
    },
  },
  { name: "event_email" },
  { name: "visitor" },
  { name: "visitor_email" },
  { name: "email_validation" },
  { name: "stage_reached" },
  { name: "session" },
  { name: "page_view" },
  { name: "device" },
  { name: "company" },
  { name: "company_history" },
  { name: "employment" },
];

/**
 * What people wrote. The projection moves such records when a visitor is replaced; a rebuild replays
 * replacements of long ago, so it gets empty tables of these names to play with instead.
 */
export const HUMAN_TABLES = [
  "lead",
  "lead_change",
  "note",
  "task",
  "visitor_tag",
  "work_item",
  "outcome",
  // Nobody's writing, but likewise not to be added to by a replay of the past.
  "alert_queue",
] as const;
