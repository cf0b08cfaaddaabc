import { shareOut } from "#lib/attribution/credit.ts";
import type { Creditor } from "#lib/attribution/touch.ts";

const HALF_LIFE_MS = 7 * 24 * 3_600_000;

/**
 * Weight 2^(−age / 7 days), normalised. Only the differences of age matter, so ages are taken against
 * the newest touch: very old touches then cannot underflow to 0 all together.
 */
export const creditTimeDecay: Creditor = (touches) => {
  const newest = touches.at(-1)?.at ?? 0;
  return shareOut(touches.map((touch) => 2 ** ((touch.at - newest) / HALF_LIFE_MS)));
};
