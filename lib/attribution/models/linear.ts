import { shareOut } from "#lib/attribution/credit.ts";
import type { Creditor } from "#lib/attribution/touch.ts";

/** The same credit to each touch. */
export const creditLinear: Creditor = (touches) => shareOut(touches.map(() => 1));
