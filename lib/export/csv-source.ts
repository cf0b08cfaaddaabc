import { sql as database } from "#lib/db/client.ts";
import { Prisma } from "#lib/db/generated/client.ts";
import { FoyerError } from "#lib/errors.ts";
import type { CsvCell } from "#lib/export/csv.ts";

const { sql } = Prisma;

/** What is exported: which rows in which order, and how a batch of them is read. */
export interface ExportSource {
  /** A query of `id` and `total` (their number, `count(*) OVER ()`), in the order of the list. */
  ids: Prisma.Sql;
  headers: readonly string[];
  /** The records of these rows in this order; one that is gone since is left out. */
  recordsOf: (ids: readonly string[]) => Promise<CsvCell[][]>;
}

/** One column of an export: its name, and what the database is asked for. */
export interface CsvColumn {
  header: string;
  sql: Prisma.Sql;
  /** Reads what the driver gives: text, a number or a time when nothing is said. */
  cell?: (value: unknown) => CsvCell;
}

// Not by Zod: twenty cells of a million rows are more garbage than their text.
function plain(value: unknown): CsvCell {
  if (typeof value === "string" || typeof value === "number" || value === null) return value;
  if (value instanceof Date) return value.toISOString();
  throw new FoyerError("unavailable", "The database gave a cell that is no text, number or time.");
}

interface Table {
  ids: Prisma.Sql;
  columns: readonly CsvColumn[];
  /** The rows, joined with the batch `x (id, n)`: `visitor v ON … AND v.id = x.id LEFT JOIN …`. */
  join: Prisma.Sql;
}

/** Rows of which no more is read than the columns say. */
export function csvSource({ ids, columns, join }: Table): ExportSource {
  const asked = columns.map(({ sql: value }, at) => sql`${value} AS ${Prisma.raw(`c${at}`)}`);
  return {
    ids,
    headers: columns.map(({ header }) => header),
    async recordsOf(batch) {
      const { text, values } = sql`SELECT ${Prisma.join(asked)}
        FROM unnest(${batch}::text[]) WITH ORDINALITY AS x (id, n) JOIN ${join} ORDER BY x.n`;
      const rows = await database().query(text, values);
      return rows.map((row) => columns.map(({ cell = plain }, at) => cell(row[`c${at}`])));
    },
  };
}
