import { shareOut } from "#lib/attribution/credit.ts";
import type { Creditor } from "#lib/attribution/touch.ts";

/** All credit to the last touch. */
export const creditLast: Creditor = (touches) =>
  shareOut(touches.map((_, i) => (i === touches.length - 1 ? 1 : 0)));
