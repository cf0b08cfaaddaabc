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

/**
 * Conditions, one for each word of `q`: `column` (lower-cased, words apart by spaces, trigram index)
 * contains it; of one or two letters, a word of it begins with them.
 */
export function containsWords(column: Prisma.Sql, q: string | undefined): Prisma.Sql[] {
  if (!q) return [];
  return searchWords(q).map((word) => {
    const escaped = escapeLike(word);
    return [...word].length < SHORT
      ? Prisma.sql`(${column} LIKE ${`${escaped}%`} OR ${column} LIKE ${`% ${escaped}%`})`
      : Prisma.sql`${column} LIKE ${`%${escaped}%`}`;
  });
}
