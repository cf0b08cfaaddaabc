import { z } from "zod";
import type { Sql } from "#lib/db/sql.ts";

const indexRow = z.object({
  name: z.string(),
  table: z.string(),
  make: z.array(z.string()),
  drop: z.string(),
});

/**
 * Takes the indexes of tables away and returns what makes each of them again: filling a million rows into a
 * table with six indexes takes several times as long. A primary key that others refer to stays.
 */
export async function dropIndexes(sql: Sql, tables: readonly string[]): Promise<string[]> {
  const rows = await sql.query(
    `SELECT c.relname AS name, t.relname AS table,
       ARRAY[CASE WHEN k.oid IS NULL THEN pg_get_indexdef(i.indexrelid)
         ELSE format('ALTER TABLE %I ADD CONSTRAINT %I %s', t.relname, k.conname, pg_get_constraintdef(k.oid)) END]
       -- The definition does not tell how much is to be sampled of an expression.
       || ARRAY(SELECT format('ALTER INDEX %I ALTER COLUMN %s SET STATISTICS %s', c.relname, a.attnum, a.attstattarget)
         FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attstattarget > 0) AS make,
       CASE WHEN k.oid IS NULL THEN format('DROP INDEX %I', c.relname)
         ELSE format('ALTER TABLE %I DROP CONSTRAINT %I', t.relname, k.conname) END AS drop
     FROM pg_index i
     JOIN pg_class c ON c.oid = i.indexrelid
     JOIN pg_class t ON t.oid = i.indrelid
     LEFT JOIN pg_constraint k ON k.conindid = i.indexrelid AND k.contype IN ('p', 'u')
     WHERE t.relname = ANY($1::text[]) AND t.relnamespace = 'public'::regnamespace
       AND NOT EXISTS (SELECT 1 FROM pg_constraint f WHERE f.conindid = i.indexrelid AND f.contype = 'f')
     ORDER BY k.oid IS NULL, t.relname, c.relname`,
    [tables],
  );
  const indexes = rows.map((row) => indexRow.parse(row));
  for (const { drop } of indexes) await sql.query(drop);
  return indexes.map(({ make }) => make.join("; "));
}
