import { isJsonObject, type Json } from "#lib/json.ts";

const NUL = "\0";
const LONE_SURROGATE = /\p{Surrogate}/u;
const UNSTORABLE = /[\0\p{Surrogate}]/gu;

/**
 * A payload that PostgreSQL can hold: in every string and key, NUL characters and lone surrogates, which
 * text and jsonb refuse, become U+FFFD. A key `__proto__` is left out, because no copy of the object could
 * carry it safely. What needs no change is returned as it is, not copied.
 */
export function cleanJson(value: Json): Json {
  if (typeof value === "string") return cleanText(value);
  if (Array.isArray(value)) return cleanArray(value);
  return isJsonObject(value) ? cleanObject(value) : value;
}

/** The same for one string. */
export function cleanText(text: string): string {
  // The two tests first: nearly every string is clean, and replacing costs more than looking.
  if (!text.includes(NUL) && !LONE_SURROGATE.test(text)) return text;
  return text.replace(UNSTORABLE, "\uFFFD");
}

function cleanArray(list: Json[]): Json[] {
  const cleaned = list.map(cleanJson);
  return cleaned.every((item, index) => Object.is(item, list[index])) ? list : cleaned;
}

function cleanObject(object: { [key: string]: Json }): { [key: string]: Json } {
  let isSame = true;
  const cleaned: { [key: string]: Json } = {};
  for (const [key, inner] of Object.entries(object)) {
    const cleanKey = cleanText(key);
    const cleanInner = cleanJson(inner);
    isSame &&= cleanKey === key && Object.is(cleanInner, inner) && key !== "__proto__";
    if (cleanKey !== "__proto__") cleaned[cleanKey] = cleanInner;
  }
  return isSame ? object : cleaned;
}
