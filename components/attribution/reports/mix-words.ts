import { VALIDITY_MIX_WORDS, wordItems } from "#lib/visitor-words.ts";

/** Results of e-mail validation in their order, with their names. */
export const MIX_WORDS = wordItems(VALIDITY_MIX_WORDS).map(({ value, label }) => ({
  key: value,
  label,
}));
