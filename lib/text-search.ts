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
 * Conditions for the words of `q`: `column` (lower-cased, words apart by spaces, trigram index) contains
 * each; of one or two letters, a word of it begins with them.
 */
export function containsWords(column: Prisma.Sql, q: string | undefined): Prisma.Sql[] {
  if (!q) return [];
  return searchWords(q).flatMap((word) => {
    const letters = [...word];
    const like = (text: string) => Prisma.sql`${column} LIKE ${`%${escapeLike(text)}%`}`;
    if (letters.length < SHORT) {
      const start = escapeLike(word);
      return Prisma.sql`(${column} LIKE ${`${start}%`} OR ${column} LIKE ${`% ${start}%`})`;
    }
    if (letters.length <= LONG) return like(word);
    // No index is on the expression, so that only the start of the word is looked up.
    const whole = Prisma.sql`(${column} || '') LIKE ${`%${escapeLike(word)}%`}`;
    return [like(letters.slice(0, LONG).join("")), whole];
  });
}
