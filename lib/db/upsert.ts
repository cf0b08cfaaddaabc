import type { Sql } from "#lib/db/sql.ts";

/** A table as set-based writes see it: its key after `workspaceId`, and every written column's type. */
export interface TableShape {
  table: string;
  key: readonly string[];
  columns: Readonly<Record<string, string>>;
}

/** A value that travels in a JSON parameter; Dates become ISO text. */
export type Cell = string | number | boolean | null | Date | object;

function quoted(names: readonly string[], prefix = ""): string {
  return names.map((name) => `${prefix}"${name}"`).join(", ");
}

/**
 * Writes many rows of one workspace in one statement: all of them travel as one JSON parameter, so the
 * statement's text is the same for any number of rows. Rows that exist are replaced column by column,
 * or left alone with `onConflict: "nothing"`. Rows must differ in their keys.
 */
export async function upsertRows(
  sql: Sql,
  shape: TableShape,
  workspaceId: string,
  rows: readonly Readonly<Record<string, Cell>>[],
  onConflict: "replace" | "nothing" = "replace",
): Promise<void> {
  if (rows.length === 0) return;
  const names = Object.keys(shape.columns);
  const rest = names.filter((name) => !shape.key.includes(name));
  const record = names.map((name) => `"${name}" ${shape.columns[name]}`).join(", ");
  const action =
    onConflict === "nothing" || rest.length === 0
      ? "NOTHING"
      : `UPDATE SET ${rest.map((name) => `"${name}" = EXCLUDED."${name}"`).join(", ")}`;
  await sql.run(
    `INSERT INTO ${shape.table} ("workspaceId", ${quoted(names)})
     SELECT $1, ${quoted(names, "x.")} FROM jsonb_to_recordset($2::text::jsonb) AS x(${record})
     ON CONFLICT ("workspaceId", ${quoted(shape.key)}) DO ${action}`,
    [workspaceId, JSON.stringify(rows)],
  );
}
