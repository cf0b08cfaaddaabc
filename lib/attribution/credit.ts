/**
 * Credit is counted in whole parts of 2^40 per conversion. Integers make receipts, rows and totals add
 * up exactly; a power of two makes each part an exact double, so whoever adds the published numbers in
 * plain floating point gets exactly 1 per receipt, and exactly n per column up to 8,192 conversions
 * (2^53 / 2^40). One part is 9·10⁻¹³, far below anything that is shown.
 */
export const ONE = 2 ** 40;

const ONE_BIG = BigInt(ONE);
const WEIGHT_SCALE = 2 ** 53;

function asIntegers(weights: readonly number[]): bigint[] {
  if (weights.every(Number.isSafeInteger)) return weights.map(BigInt);
  const largest = Math.max(...weights);
  return weights.map((weight) => BigInt(Math.round((weight / largest) * WEIGHT_SCALE)));
}

/**
 * Splits a whole number in proportion to non-negative whole weights, of which one at least is not 0. The
 * parts sum to exactly `whole`: what rounding down leaves over goes to the largest remainders, ties to
 * the earlier part.
 */
function share(whole: bigint, weights: readonly bigint[]): bigint[] {
  const total = weights.reduce((sum, weight) => sum + weight, 0n);
  const parts = weights.map((weight) => (weight * whole) / total);
  const remainders = weights.map((weight, i) => ({ i, rest: (weight * whole) % total }));
  remainders.sort((a, b) => (a.rest === b.rest ? a.i - b.i : a.rest > b.rest ? -1 : 1));
  const left = whole - parts.reduce((sum, part) => sum + part, 0n);
  for (const { i } of remainders.slice(0, Number(left))) parts[i] = (parts[i] ?? 0n) + 1n;
  return parts;
}

/**
 * Splits one conversion in proportion to non-negative weights, equally if all are 0. The parts sum to
 * exactly `ONE`. Integer weights are shared without any floating point.
 */
export function shareOut(weights: readonly number[]): number[] {
  if (weights.length === 0) return [];
  if (weights.length === 1) return [ONE];
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  const winner = weights.indexOf(all);
  // All to one: the commonest case, in plain numbers.
  if (all > 0 && winner !== -1) return weights.map((_, i) => (i === winner ? ONE : 0));
  return share(ONE_BIG, asIntegers(all > 0 ? weights : weights.map(() => 1))).map(Number);
}

/** Splits money (minor units) as a conversion was split: in proportion to the parts, exactly. */
export function shareInteger(whole: bigint, parts: readonly number[]): bigint[] {
  return share(whole, parts.map(BigInt));
}

/** The edge: parts as a number of conversions. */
export function creditNumber(parts: number | bigint): number {
  return Number(parts) / ONE;
}
