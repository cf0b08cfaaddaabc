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

/** The words of a search that are long enough for the trigram index. */
export function indexedWords(q: string): string[] {
  return searchWords(q).filter((word) => [...word].length >= SHORT);
}

/**
 * Conditions for the words of `q`: `column` (lower-cased, words apart by spaces, trigram index) contains
 * each; of one or two letters, a word of it begins with them. Words that are `common` are not looked up in the
 * index but in the rows that the others find (weighWords).
 */
export function containsWords(
  column: Prisma.Sql,
  q: string | undefined,
  common: readonly string[] = [],
): Prisma.Sql[] {
  if (!q) return [];
  // No index is on this expression.
  const unindexed = Prisma.sql`(${column} || '')`;
  const hasIndexed = indexedWords(q).length > 0;
  return searchWords(q).flatMap((word) => {
    const letters = [...word];
    const text = escapeLike(word);
    if (letters.length < SHORT) {
      // So many words begin with two letters that a longer word beside them is found quicker alone.
      const where = hasIndexed ? unindexed : column;
      return Prisma.sql`(${where} LIKE ${`${text}%`} OR ${where} LIKE ${`% ${text}%`})`;
    }
    const whole = Prisma.sql`${unindexed} LIKE ${`%${text}%`}`;
    if (common.includes(word)) return whole;
    const start = escapeLike(letters.slice(0, LONG).join(""));
    const like = Prisma.sql`${column} LIKE ${`%${start}%`}`;
    return letters.length > LONG ? [like, whole] : like;
  });
}
