import { z } from "zod";
import { sql } from "#lib/db/client.ts";

const tableRow = z.object({
  table: z.string(),
  isTenants: z.boolean(),
  bytes: z.array(z.string()),
});

/**
 * Every table of the catalogue in whose rows one of the words is found, in whatever column and case, raw
 * bytes as well; of the tables that are workspaces', the rows of this one.
 */
export async function findTraces(workspaceId: string, words: readonly string[]): Promise<string[]> {
  const tables = await sql().query(`
    SELECT c.table_name AS "table", bool_or(c.column_name = 'workspaceId') AS "isTenants",
      to_jsonb(array_remove(array_agg(CASE WHEN c.data_type = 'bytea' THEN c.column_name::text END), NULL)) AS bytes
    FROM information_schema.columns c JOIN information_schema.tables t USING (table_schema, table_name)
    WHERE c.table_schema = 'public' AND t.table_type = 'BASE TABLE' GROUP BY c.table_name`);
  const traces: string[] = [];
  for (const { table, isTenants, bytes } of tables.map((row) => tableRow.parse(row))) {
    const text = ["to_jsonb(t)::text", ...bytes.map((column) => `encode(t."${column}", 'escape')`)];
    const found = await sql().query(
      `SELECT DISTINCT w.word FROM "${table}" t, unnest($1::text[]) w(word)
       WHERE strpos(lower(concat_ws(' ', ${text.join(", ")})), lower(w.word)) > 0
         AND ${isTenants ? `t."workspaceId" = $2` : "$2::text IS NOT NULL"} ORDER BY 1`,
      [words, workspaceId],
    );
    for (const { word } of found) traces.push(`${table}: ${String(word)}`);
  }
  return traces;
}
