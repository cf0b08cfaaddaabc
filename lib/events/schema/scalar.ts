import { z } from "zod";

/** Times outside these years are a mistake of units or an attack, never a visit. */
const EARLIEST = Date.UTC(2000, 0, 1);
const LATEST = Date.UTC(9999, 11, 31, 23, 59, 59, 999);
const ISO = z.iso.datetime({ offset: true, local: true });
const NOT_A_TIME = "expected milliseconds since the epoch, in the years 2000 to 9999";

/** A leaf that may be null or missing. */
export const maybeText = z.string().nullish();
export const maybeNumber = z.number().nullish();
export const maybeBoolean = z.boolean().nullish();
export const maybeTexts = z.array(z.string()).nullish();

/** An opaque identifier of the sender's; bounded because indexes refuse long keys. */
export const opaqueId = z.string().min(1).max(256);

/** Milliseconds since the epoch. */
export const time = z
  .int({ error: NOT_A_TIME, abort: true })
  .min(EARLIEST, NOT_A_TIME)
  .max(LATEST, NOT_A_TIME);
export const maybeTime = time.nullish();

/** Milliseconds, or an ISO string (read as UTC where it names no offset); gives milliseconds. */
export const timeOrIso = z.unknown().transform((value, context) => {
  const at = typeof value === "string" ? isoToMs(value) : value;
  if (typeof at === "number" && Number.isSafeInteger(at) && at >= EARLIEST && at <= LATEST) {
    return at;
  }
  context.addIssue(`${NOT_A_TIME}, or an ISO 8601 string`);
  return z.NEVER;
});

function isoToMs(text: string): number {
  if (!ISO.safeParse(text).success) return Number.NaN;
  return Date.parse(/(?:Z|[+-]\d\d:?\d\d)$/.test(text) ? text : `${text}Z`);
}

const words = z.registry<{ words: readonly string[] }>();

/** A string of which some words are documented: others are accepted, kept, and reported as drift. */
export function openWord(...known: string[]): z.ZodString {
  return z.string().register(words, { words: known });
}

/** The documented words of a schema made by `openWord`, else null. */
export function knownWords(schema: z.ZodType): readonly string[] | null {
  return words.get(schema)?.words ?? null;
}
