import { z } from "zod";
import { now } from "#lib/clock.ts";
import { Prisma } from "#lib/db/generated/client.ts";
import { selectRows } from "#lib/select.ts";
import { slot } from "#lib/slot.ts";
import { inText, searchWords } from "#lib/text-search.ts";

/** Beyond this part of the rows a word costs more to find than it saves to look at. */
const COMMON = 0.25;

/** How frequent the words of a search are among visitors. */
export interface WeighedWords {
  /** So frequent that a trigram index had better find the others alone; never the rarest. For containsWords. */
  common: string[];
  /** The part of the visitors (0 to 1) that has all words. */
  share: number;
}

/** Weighs the words of a search; null where it has none. */
export async function weighWords(q: string | undefined): Promise<WeighedWords | null> {
  const words = q === undefined ? [] : [...new Set(searchWords(q))];
  if (words.length === 0) return null;
  const texts = await sampleTexts();
  const found = words.map((word) => ({ word, texts: 0 }));
  let withAll = 0;
  for (const text of texts) {
    let missing = words.length;
    for (const each of found) {
      if (!inText(text, each.word)) continue;
      each.texts += 1;
      missing -= 1;
    }
    if (missing === 0) withAll += 1;
  }
  const [, ...others] = found.sort((a, b) => a.texts - b.texts);
  const common = others.filter((each) => each.texts > COMMON * texts.length);
  return {
    common: common.map(({ word }) => word),
    share: withAll / Math.max(1, texts.length),
  };
}

// Of visitors there are about ten in a page: 2,000 tell one in a hundred to a quarter, and are looked through in half a ms.
const PAGES = 200;
const PAGE_BYTES = 8_192;
// Longer texts are rare, and their starts are enough.
const LETTERS = 600;
/** They name people: in memory alone, and no longer than this. */
const STANDS_MS = 10 * 60_000;

const textRow = z.object({ text: z.string() });

// Of all workspaces: what a word is looked up in holds all of them, too.
const SAMPLE = Prisma.sql`SELECT left(v."searchText", ${LETTERS}::int) AS text FROM visitor v TABLESAMPLE SYSTEM (
  least(100, 100.0 * ${PAGES}::int * ${PAGE_BYTES}::int / greatest(1, pg_relation_size('visitor'))))`;

/** What is searched of some visitors. The planner knows how frequent each word is, not which ones come together. */
function sampleTexts(): Promise<string[]> {
  const { kept } = sample();
  if (kept && kept.until > now()) return kept.texts;
  const texts = selectRows(textRow, SAMPLE).then((rows) => rows.map(({ text }) => text));
  sample().kept = { until: now() + STANDS_MS, texts };
  texts.catch(forgetSample);
  return texts;
}

const sample = () =>
  slot<{ kept: { until: number; texts: Promise<string[]> } | null }>("search texts", () => ({
    kept: null,
  }));

/** Lets the sample not stand: for those who measure or test. */
export function forgetSample(): void {
  sample().kept = null;
}
