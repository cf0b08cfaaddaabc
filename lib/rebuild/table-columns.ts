import { z } from "zod";
import type { Sql } from "#lib/db/sql.ts";
import type { ProjectedTable } from "./projected-tables.ts";

/** A projected table with its columns, as the database has them, by name. */
export interface TableColumns extends ProjectedTable {
  columns: string[];
  /** Its primary key, `workspaceId` included. */
  key: string[];
}

const columnRow = z.object({ name: z.string(), isKey: z.boolean() });

/** Reads a table's columns from the catalog; generated ones follow from the others and are left out. */
export async function loadColumns(
  sql: Sql,
  live: string,
  table: ProjectedTable,
): Promise<TableColumns> {
  const rows = await sql.query(
    `SELECT a.attname::text AS name, coalesce(a.attnum = ANY(i.indkey), false) AS "isKey"
     FROM pg_attribute a
     LEFT JOIN pg_index i ON i.indrelid = a.attrelid AND i.indisprimary
     WHERE a.attrelid = $1::regclass AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
     ORDER BY a.attname::text COLLATE "C"`,
    [`${live}.${table.name}`],
  );
  const columns = rows.map((row) => columnRow.parse(row));
  return {
    ...table,
    columns: columns.map(({ name }) => name),
    key: columns.filter(({ isKey }) => isKey).map(({ name }) => name),
  };
}

/**
 * The canonical form of a row, as an SQL expression over its alias: a JSON object of its columns. jsonb
 * sorts keys and sessions are in UTC, so equal rows give equal text whatever order their columns and
 * keys came in.
 */
export function rowObject(table: TableColumns, row: string): string {
  const cells = table.columns.map(
    (name) => `'${name}', ${table.arrival?.[name]?.(row) ?? `${row}."${name}"`}`,
  );
  return `jsonb_build_object(${cells.join(", ")})`;
}

/** The key of a row within its workspace, as an SQL expression over its alias. */
export function keyObject(table: TableColumns, row: string): string {
  const cells = table.key
    .filter((name) => name !== "workspaceId")
    .map((name) => `'${name}', ${row}."${name}"`);
  return `jsonb_build_object(${cells.join(", ")})`;
}
