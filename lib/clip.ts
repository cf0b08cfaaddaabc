/** Longest text that an indexed column takes: PostgreSQL refuses index entries of about 2,700 bytes. */
const MAX_INDEXED = 600;

/** Text cut to what an index can hold, never inside a character. The full text stays in the facts. */
export function clip<T extends string | null>(text: T): T {
  if (text === null || text.length <= MAX_INDEXED) return text;
  const cut = text.slice(0, MAX_INDEXED).replace(/[\uD800-\uDBFF]$/, "");
  return cut as T;
}
