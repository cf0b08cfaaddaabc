import { z } from "zod";

/** How the results of e-mail validation are told apart in reports; `other` is every word not known here. */
export const MIX_NAMES = [
  "valid",
  "valid_catch_all",
  "catch_all",
  "invalid",
  "other",
  "unknown",
] as const;

export type MixName = (typeof MIX_NAMES)[number];
export type ValidityMix = Record<MixName, number>;

/** A mix as it is stored. */
export const mixSchema = z.record(z.enum(MIX_NAMES), z.number());

export function emptyMix(): ValidityMix {
  return { valid: 0, valid_catch_all: 0, catch_all: 0, invalid: 0, other: 0, unknown: 0 };
}

/** Adds a number of e-mails of one result; null is an e-mail that nobody has a result of. */
export function addToMix(mix: ValidityMix, validity: string | null, count: number): void {
  const name = MIX_NAMES.find((each) => each === (validity ?? "unknown")) ?? "other";
  mix[name] += count;
}

export function mixTotal(mix: ValidityMix): number {
  return MIX_NAMES.reduce((sum, name) => sum + mix[name], 0);
}

/** E-mails that are fine to write to: valid, and valid on a domain that accepts every address. */
export function mixValid(mix: ValidityMix): number {
  return mix.valid + mix.valid_catch_all;
}
