import { Prisma } from "#lib/db/generated/client.ts";

const MAX_WORDS = 8;

/** `text` with LIKE's own signs made harmless. */
export function escapeLike(text: string): string {
  return text.replace(/[\\%_]/g, (sign) => `\\${sign}`);
}

/** The words of a search, lower-cased like the search columns; no more than eight. */
export function searchWords(q: string): string[] {
  return q.toLowerCase().split(/\s+/).filter(Boolean).slice(0, MAX_WORDS);
}

// A trigram is three letters: a shorter piece of a word is in none, the start of a word is in one.
const SHORT = 3;
// Of a whole e-mail address a few trigrams find its rows; the rest (of ".com") are in everybody's.
const LONG = 16;

/**
 * Conditions for the words of `q`: `column` (lower-cased, words apart by spaces, a trigram index on it behind a space)
 * contains each; of one or two letters, a word of it begins with them. Words that are `common` are not looked up in the
 * index but in the rows that the others find (weighWords).
 */
export function containsWords(
  column: Prisma.Sql,
  q: string | undefined,
  common: readonly string[] = [],
): Prisma.Sql[] {
  if (!q) return [];
  // Every word of this begins behind a space, the first one too: visitor_words_idx, company_words_idx.
  const indexed = Prisma.sql`(' ' || ${column})`;
  // No index is on this expression.
  const unindexed = Prisma.sql`(' ' || ${column} || '')`;
  return searchWords(q).flatMap((word) => {
    const letters = [...word];
    const like = (where: Prisma.Sql, text: string) => {
      const start = letters.length < SHORT ? "% " : "%";
      return Prisma.sql`${where} LIKE ${`${start}${escapeLike(text)}%`}`;
    };
    if (common.includes(word)) return like(unindexed, word);
    if (letters.length <= LONG) return like(indexed, word);
    return [like(indexed, letters.slice(0, LONG).join("")), like(unindexed, word)];
  });
}
