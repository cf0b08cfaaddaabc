import { z } from "zod";
import type { Sql } from "#lib/db/sql.ts";
import { sha256 } from "#lib/ids.ts";
import { canonicalJson } from "#lib/json.ts";
import { PROJECTED_TABLES } from "./projected-tables.ts";
import { SHADOW, type Shadow } from "./shadow.ts";
import { keyObject, loadColumns, rowObject, type TableColumns } from "./table-columns.ts";

/** A row that is not the same in both. */
export interface DifferingRow {
  /** Its primary key within the workspace. */
  key: Record<string, unknown>;
  kind: "missing" | "surplus" | "changed";
  /** Columns that differ, for a changed row. */
  columns: string[];
}

/** One table, live and rebuilt. */
export interface TableComparison {
  table: string;
  live: { rows: number; hash: string };
  rebuilt: { rows: number; hash: string };
  isEqual: boolean;
  differingRows: number;
  /** A few of them. */
  examples: DifferingRow[];
}

const EXAMPLES = 5;

const sumRow = z.object({ rows: z.number(), high: z.string(), low: z.string() });
const cells = z.record(z.string(), z.unknown());
const differenceRow = z.object({
  key: cells,
  live: cells.nullable(),
  rebuilt: cells.nullable(),
  total: z.number(),
});

/**
 * Compares all projected tables of a workspace with the shadow tables. The caller holds the workspace's
 * projection still, or the two would be of different times.
 */
export async function compareTables(
  sql: Sql,
  shadow: Shadow,
  workspaceId: string,
): Promise<TableComparison[]> {
  const comparisons: TableComparison[] = [];
  for (const one of PROJECTED_TABLES) {
    const table = await loadColumns(sql, shadow.live, one);
    const live = await hashTable(sql, shadow.live, table, workspaceId);
    const rebuilt = await hashTable(sql, SHADOW, table, workspaceId);
    const isEqual = live.hash === rebuilt.hash;
    const found = isEqual ? [] : await listDifferences(sql, shadow, table, workspaceId);
    comparisons.push({
      table: table.name,
      live,
      rebuilt,
      isEqual,
      differingRows: found[0]?.total ?? 0,
      examples: found.map(describe),
    });
  }
  return comparisons;
}

/**
 * The canonical hash of a table: the rows' own hashes are added up, so their order does not matter and
 * nothing is sorted or gathered, however large the table is.
 */
async function hashTable(sql: Sql, schema: string, table: TableColumns, workspaceId: string) {
  const [row] = await sql.query(
    `SELECT count(*)::int AS rows,
       coalesce(sum(('x' || left(h, 16))::bit(64)::bigint), 0)::text AS high,
       coalesce(sum(('x' || right(h, 16))::bit(64)::bigint), 0)::text AS low
     FROM (
       SELECT md5(${rowObject(table, "t")}::text) AS h FROM ${schema}.${table.name} t
       WHERE t."workspaceId" = $1
     ) hashed`,
    [workspaceId],
  );
  const { rows, high, low } = sumRow.parse(row);
  return { rows, hash: sha256(`${rows} ${high} ${low}`) };
}

async function listDifferences(sql: Sql, shadow: Shadow, table: TableColumns, workspaceId: string) {
  const side = (schema: string) => `
    SELECT ${keyObject(table, "t")} AS key, ${rowObject(table, "t")} AS cells
    FROM ${schema}.${table.name} t WHERE t."workspaceId" = $1`;
  // As text, like the hash: jsonb finds 1 and 1.0 equal.
  const rows = await sql.query(
    `SELECT key, l.cells AS live, r.cells AS rebuilt, (count(*) OVER ())::int AS total
     FROM (${side(shadow.live)}) l FULL JOIN (${side(SHADOW)}) r USING (key)
     WHERE l.cells::text IS DISTINCT FROM r.cells::text
     ORDER BY key LIMIT ${EXAMPLES}`,
    [workspaceId],
  );
  return rows.map((row) => differenceRow.parse(row));
}

function describe({ key, live, rebuilt }: z.output<typeof differenceRow>): DifferingRow {
  if (!live) return { key, kind: "missing", columns: [] };
  if (!rebuilt) return { key, kind: "surplus", columns: [] };
  const columns = Object.keys(live).filter(
    (name) => canonicalJson(live[name]) !== canonicalJson(rebuilt[name]),
  );
  return { key, kind: "changed", columns };
}
