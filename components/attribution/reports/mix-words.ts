import type { MixName } from "#lib/attribution/reports/validity-mix.ts";

/** Results of e-mail validation in their order, with their names. */
export const MIX_WORDS: readonly { key: MixName; label: string }[] = [
  { key: "valid", label: "Valid" },
  { key: "valid_catch_all", label: "Valid catch-all" },
  { key: "catch_all", label: "Catch-all" },
  { key: "invalid", label: "Invalid" },
  { key: "other", label: "Other" },
  { key: "unknown", label: "Unknown" },
];
