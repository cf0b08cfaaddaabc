import { Prisma } from "#lib/db/generated/client.ts";
import { estimateEach } from "#lib/estimate-rows.ts";
import { containsWords, indexedWords, searchWords } from "#lib/text-search.ts";

/** Beyond this part of the rows a word costs more to find than it saves to look at. */
const COMMON = 0.25;

/** What the planner knows about the words of a search of several. */
export interface WeighedWords {
  /** So frequent that a trigram index had better find the others alone; never the rarest. For containsWords. */
  common: string[];
  /** How many rows contain the rarest. */
  rarest: number;
}

/** Weighs the words of `q` in `column` of `table`; null for a single word, and where none is long enough for the index. */
export async function weighWords(
  table: Prisma.Sql,
  column: Prisma.Sql,
  q: string | undefined,
): Promise<WeighedWords | null> {
  const words = q === undefined ? [] : [...new Set(indexedWords(q))];
  if (words.length === 0 || searchWords(q ?? "").length < 2) return null;
  const [total = 0, ...rows] = await estimateEach([
    Prisma.sql`SELECT 1 FROM ${table}`,
    ...words.map(
      (word) =>
        Prisma.sql`SELECT 1 FROM ${table} WHERE ${Prisma.join(containsWords(column, word), " AND ")}`,
    ),
  ]);
  const found = words.map((word, at) => ({ word, rows: rows[at] ?? 0 }));
  const [rarest, ...others] = found.sort((a, b) => a.rows - b.rows);
  const common = others.filter(({ rows }) => rows > COMMON * total).map(({ word }) => word);
  return { common, rarest: rarest?.rows ?? 0 };
}
