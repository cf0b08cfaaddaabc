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

/** Conditions, one for each word of `q`: `column` (lower-cased, trigram index) contains it. */
export function containsWords(column: Prisma.Sql, q: string | undefined): Prisma.Sql[] {
  if (!q) return [];
  return searchWords(q).map((word) => Prisma.sql`${column} LIKE ${`%${escapeLike(word)}%`}`);
}
