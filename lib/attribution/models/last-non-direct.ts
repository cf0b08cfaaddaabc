import { shareOut } from "#lib/attribution/credit.ts";
import type { Creditor } from "#lib/attribution/touch.ts";

/** All credit to the last touch that is not direct; where all are direct, to the last one. */
export const creditLastNonDirect: Creditor = (touches) => {
  const found = touches.findLastIndex((touch) => !touch.isDirect);
  const winner = found === -1 ? touches.length - 1 : found;
  return shareOut(touches.map((_, i) => (i === winner ? 1 : 0)));
};
