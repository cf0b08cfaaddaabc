import type { Tone } from "#components/ui/badge.tsx";
import { VALIDITY_WORDS } from "#lib/visitor-words.ts";

/** What a result of e-mail validation is called, and what it means for writing to the person. */
export interface ValidityWords {
  label: string;
  tone: Tone;
  meaning: string;
  /** "block": not to be copied without asking; "warn": may bounce. */
  caution: "none" | "warn" | "block";
}

const WORDS: Readonly<Record<string, ValidityWords>> = {
  valid: {
    label: VALIDITY_WORDS.valid,
    tone: "positive",
    meaning: "The mailbox exists and takes mail. Safe to write to.",
    caution: "none",
  },
  valid_catch_all: {
    label: VALIDITY_WORDS.valid_catch_all,
    tone: "positive",
    meaning:
      "The domain accepts every address, and this one appears to be in use. Fine to write to.",
    caution: "none",
  },
  catch_all: {
    label: VALIDITY_WORDS.catch_all,
    tone: "warning",
    meaning:
      "The domain accepts every address, so nobody can tell whether this one is read. It may bounce.",
    caution: "warn",
  },
  invalid: {
    label: VALIDITY_WORDS.invalid,
    tone: "danger",
    meaning:
      "The mailbox does not exist or refuses mail. Writing to it harms your sender reputation.",
    caution: "block",
  },
};

const UNKNOWN: ValidityWords = {
  label: VALIDITY_WORDS.unknown,
  tone: "neutral",
  meaning: "Not validated yet, or the check gave no answer. Be careful with bulk mail.",
  caution: "none",
};

/** The words of a validity; null is "not known", a word that we do not know is shown as it is. */
export function validityWords(validity: string | null): ValidityWords {
  if (validity === null) return UNKNOWN;
  const known = Object.hasOwn(WORDS, validity) ? WORDS[validity] : undefined;
  return (
    known ?? {
      label: validity,
      tone: "neutral",
      meaning: "A result that Foyer does not know yet, shown as the sender wrote it.",
      caution: "none",
    }
  );
}
