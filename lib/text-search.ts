import { Prisma } from "#lib/db/generated/client.ts";

const MAX_WORDS = 8;

/** `text` with LIKE's own signs made harmless. */
export function escapeLike(text: string): string {
  return text.replace(/[\\%_]/g, (sign) => `\\${sign}`);
}

// No trigram holds a sign: what few rows contain it would be found by reading all of them.
const HAS_LETTER = /[\p{L}\p{N}]/u;

/** The words of a search, lower-cased like the search columns; no more than eight. Signs alone ("&") are no word. */
export function searchWords(q: string): string[] {
  const words = q.toLowerCase().split(/\s+/);
  return words.filter((word) => HAS_LETTER.test(word)).slice(0, MAX_WORDS);
}

// A trigram is three letters: a shorter piece of a word is in none, the start of a word is in one.
const SHORT = 3;
// To read the rows of a trigram takes longer than to look at a row too many. Measured (bench/README.md): of one word eight
// letters, of each of several fewer, as they narrow each other; of a long one (an e-mail address, whose first letters are
// a name that many have) four in its middle as well, or its rarest four. The rest (of ".com") is in everybody's.
const ALONE = 8;
const TOGETHER = 7;
const FEWEST = 4;
const LONG = 12;

/** What is known of a search before it is asked; without it the letters of a word choose its pieces. */
export interface WordFrequencies {
  /** Words so frequent that they are better not looked up in the index but in the rows that the others find. */
  common: readonly string[];
  /** How often a trigram is in some rows. */
  countOf(trigram: string): number;
}

/** The pieces of a word whose trigrams are looked up, when it is one of so many. */
function piecesOf(word: string, words: number, known: WordFrequencies | null): string[] {
  const letters = [...word];
  const isLong = letters.length > LONG;
  const rarest = known && (isLong || words > 1) ? rarestPieces(letters, known) : [];
  if (rarest.length > 0) return isLong ? rarest : rarest.slice(0, 1);
  const most = words === 1 ? ALONE : Math.max(FEWEST, TOGETHER - words);
  const start = letters.slice(0, most).join("");
  if (!isLong) return [start];
  const middle = Math.floor(letters.length / 2);
  return [start, letters.slice(middle, middle + FEWEST).join("")];
}

// Of other letters not every server makes trigrams.
const PIECE = /^[a-z0-9]{4}$/;
/** It has so many trigrams: two pieces as far from each other share none. */
const TRIGRAMS = 2;

/** The four letters whose trigrams are rarest and, unless nobody has these, the rarest besides; none where all hold a sign. */
function rarestPieces(letters: string[], { countOf }: WordFrequencies): string[] {
  const all = letters.map((_, at) => ({ at, text: letters.slice(at, at + FEWEST).join("") }));
  const [rarest, ...others] = all
    .filter(({ text }) => PIECE.test(text))
    .map(({ at, text }) => ({
      at,
      text,
      count: countOf(text.slice(0, 3)) + countOf(text.slice(1)),
    }))
    .sort((a, b) => a.count - b.count);
  if (!rarest) return [];
  const beside = others.find(({ at }) => Math.abs(at - rarest.at) >= TRIGRAMS);
  return rarest.count === 0 || !beside ? [rarest.text] : [rarest.text, beside.text];
}

/** Whether a text (lower-cased, words apart by spaces) contains a word as containsWords asks for it. */
export function inText(text: string, word: string): boolean {
  return isShort(word) ? ` ${text}`.includes(` ${word}`) : text.includes(word);
}

/** Of a word of one or two letters no trigram is, but of its beginning. */
function isShort(word: string): boolean {
  return [...word].length < SHORT;
}

/**
 * Conditions for the words of `q`: `column` (lower-cased, words apart by spaces, a trigram index on it behind a space)
 * contains each; of one or two letters, a word of it begins with them. What is known of them (weighWords) changes only
 * what is looked up in the index. Where `q` has signs alone, nothing fits.
 */
export function containsWords(
  column: Prisma.Sql,
  q: string | undefined,
  known: WordFrequencies | null = null,
): Prisma.Sql[] {
  if (!q) return [];
  // Every word of this begins behind a space, the first one too: visitor_words_idx, company_words_idx.
  const text = Prisma.sql`(' ' || ${column})`;
  const words = searchWords(q);
  if (words.length === 0) return [Prisma.sql`false`];
  return words.flatMap((word) => {
    const isStart = isShort(word);
    const behind = isStart ? " " : "";
    // Unlike a second LIKE, the planner takes this for nearly always true: what it expects is what the index tells.
    const inRow = Prisma.sql`strpos(${isStart ? text : column}, ${behind + word}) <> 0`;
    if (known?.common.includes(word)) return inRow;
    const pieces = piecesOf(word, words.length, known);
    const inIndex = pieces.map(
      (piece) => Prisma.sql`${text} LIKE ${`%${behind}${escapeLike(piece)}%`}`,
    );
    return pieces[0] === word ? inIndex : [...inIndex, inRow];
  });
}
