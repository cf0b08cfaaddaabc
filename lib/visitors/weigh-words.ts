import { inText, searchWords, type WordFrequencies } from "#lib/text-search.ts";
import { searchSample } from "#lib/visitors/search-sample.ts";

/** Beyond this part of the rows a word costs more to find than it saves to look at. */
const COMMON = 0.25;

/** How frequent the words of a search are among visitors. */
export interface WeighedWords extends WordFrequencies {
  /** The part of the visitors (0 to 1) that has all words. */
  share: number;
}

/**
 * Weighs the words of a search by a sample of visitors: the planner knows how frequent each word is, not which ones come
 * together, as those of a title do. Null where it has none.
 */
export async function weighWords(q: string | undefined): Promise<WeighedWords | null> {
  const words = q === undefined ? [] : [...new Set(searchWords(q))];
  if (words.length === 0) return null;
  const { texts, countOf } = await searchSample();
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
  // The rarest is always looked up.
  const [, ...others] = found.sort((a, b) => a.texts - b.texts);
  const common = others.filter((each) => each.texts > COMMON * texts.length);
  return {
    common: common.map(({ word }) => word),
    countOf,
    share: withAll / Math.max(1, texts.length),
  };
}
