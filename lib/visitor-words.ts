// What visitors are told apart by, in words that lists, reports and alerts share.

/** How far the identification of a visitor has come. */
export const STAGE_WORDS = {
  resolved: "Resolved",
  qualified: "Qualified",
  enriched: "Enriched",
} as const;

/** The steps on the way to a customer, which are goals as well. */
export const STEP_WORDS = {
  identified: "Identified",
  qualified: "Qualified",
  enriched: "Enriched",
  valid_email: "Valid e-mail",
  outcome: "Outcome",
} as const;

/** Results of e-mail validation, best first; "unknown" is one that nobody has told. */
export const VALIDITY_WORDS = {
  valid: "Valid",
  valid_catch_all: "Valid catch-all",
  catch_all: "Catch-all",
  invalid: "Invalid",
  unknown: "Unknown",
} as const;

const { unknown, ...told } = VALIDITY_WORDS;

/** The same as reports add them up: a word that is not known here is another one. */
export const VALIDITY_MIX_WORDS = { ...told, other: "Other", unknown } as const;

/** Words as the items of a choice, in their order. */
export function wordItems<K extends string>(
  words: Readonly<Record<K, string>>,
): { value: K; label: string }[] {
  return keysOf(words).map((value) => ({ value, label: words[value] }));
}

/** The keys of a closed list, which Object.keys types as strings. */
function keysOf<K extends string>(words: Readonly<Record<K, string>>): K[] {
  return Object.keys(words) as K[];
}
