import { z } from "zod";
import { Prisma } from "#lib/db/generated/client.ts";
import { selectRows } from "#lib/select.ts";
import { standingAnswers } from "#lib/standing-answers.ts";

// Of visitors there are about ten in a page: 2,000 tell one in a hundred to a quarter, and are looked through in half a ms.
const PAGES = 200;
const PAGE_BYTES = 8_192;
// Longer texts are rare, and their starts are enough.
const LETTERS = 600;
/** They name people: in memory alone, and no longer than this. */
const STANDS_MS = 10 * 60_000;

const textRow = z.object({ text: z.string() });

// Of all workspaces: the index that a word is looked up in holds all of them, too.
const SAMPLE = Prisma.sql`SELECT left(v."searchText", ${LETTERS}::int) AS text FROM visitor v TABLESAMPLE SYSTEM (
  least(100, 100.0 * ${PAGES}::int * ${PAGE_BYTES}::int / greatest(1, pg_relation_size('visitor'))))`;

/** What is searched of some visitors, and how often three letters in a row are in it. */
interface SearchSample {
  texts: readonly string[];
  countOf(trigram: string): number;
}

const kept = () => standingAnswers<Promise<SearchSample>>("search sample", STANDS_MS);

/** What is searched of some visitors, as it was ten minutes ago at most. */
export function searchSample(): Promise<SearchSample> {
  const known = kept().get(SAMPLE);
  if (known) return known;
  const sample = drawSample();
  kept().set(SAMPLE, sample);
  sample.catch(forgetSample);
  return sample;
}

/** Lets the sample not stand: for tests. */
export function forgetSample(): void {
  kept().clear();
}

async function drawSample(): Promise<SearchSample> {
  const texts = (await selectRows(textRow, SAMPLE)).map(({ text }) => text);
  let counts: Map<string, number> | undefined;
  return {
    texts,
    countOf(trigram) {
      counts ??= trigramsOf(texts);
      return counts.get(trigram) ?? 0;
    },
  };
}

function trigramsOf(texts: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const text of texts) {
    for (let at = 0; at + 3 <= text.length; at++) {
      const trigram = text.slice(at, at + 3);
      counts.set(trigram, (counts.get(trigram) ?? 0) + 1);
    }
  }
  return counts;
}
