import { shareOut } from "#lib/attribution/credit.ts";
import type { Creditor } from "#lib/attribution/touch.ts";

/** All credit to the first touch. */
export const creditFirst: Creditor = (touches) =>
  shareOut(touches.map((_, i) => (i === 0 ? 1 : 0)));
