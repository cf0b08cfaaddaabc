import { Prisma } from "#lib/db/generated/client.ts";
import { estimateEach } from "#lib/estimate-rows.ts";
import { containsWords, searchWords } from "#lib/text-search.ts";

/** Beyond this part of the rows a word costs more to find than it saves to look at. */
const COMMON = 0.25;
/** So many times more rows have one more word of a title than would, were its words independent (bench/README.md). */
const COMING_TOGETHER = 15;

/** What the planner knows about the words of a search of several. */
export interface WeighedWords {
  /** So frequent that a trigram index had better find the others alone; never the rarest. For containsWords. */
  common: string[];
  /** All rows, those of them that contain the rarest word, and those that contain all, were they independent. */
  total: number;
  rarest: number;
  expected: number;
  /** Those that contain all, where words come together as those of a title do. */
  likely: number;
}

/** Weighs the words of `q` in `column` of the rows of `from` (a table and a condition); null for a single word. */
export async function weighWords(
  from: Prisma.Sql,
  column: Prisma.Sql,
  q: string | undefined,
): Promise<WeighedWords | null> {
  const words = q === undefined ? [] : [...new Set(searchWords(q))];
  if (words.length < 2) return null;
  const [total = 0, ...rows] = await estimateEach([
    Prisma.sql`SELECT 1 FROM ${from}`,
    ...words.map(
      (word) =>
        Prisma.sql`SELECT 1 FROM ${Prisma.join([from, ...containsWords(column, word)], " AND ")}`,
    ),
  ]);
  const found = words.map((word, at) => ({ word, rows: rows[at] ?? 0 }));
  const [rarest, ...others] = found.sort((a, b) => a.rows - b.rows);
  const common = others.filter(({ rows }) => rows > COMMON * total).map(({ word }) => word);
  const expected = found.reduce((so, { rows }) => (so * rows) / Math.max(1, total), total);
  const most = rarest?.rows ?? 0;
  const likely = Math.min(most, expected * COMING_TOGETHER ** (words.length - 1));
  return { common, total, rarest: most, expected, likely };
}
