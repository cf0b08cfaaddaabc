import { shareOut } from "#lib/attribution/credit.ts";
import type { Creditor } from "#lib/attribution/touch.ts";

/**
 * 40 % to the first touch, 40 % to the last, 20 % among those between; two share equally. The weights
 * are 2 : 1/m : 2 for m touches between, multiplied by m to stay whole.
 */
export const creditPosition: Creditor = (touches) => {
  const end = touches.length - 1;
  const between = touches.length - 2;
  if (between <= 0) return shareOut(touches.map(() => 1));
  return shareOut(touches.map((_, i) => (i === 0 || i === end ? 2 * between : 1)));
};
