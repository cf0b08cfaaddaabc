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
 * Splits one conversion in proportion to non-negative weights, equally if all are 0. The parts sum to
 * exactly `ONE`: what rounding down leaves over goes to the largest remainders, ties to the earlier
 * touch. Integer weights are shared without any floating point.
 */
export function shareOut(weights: readonly number[]): number[] {
  if (weights.length === 1) return [ONE];
  const exact = asIntegers(weights.some((weight) => weight > 0) ? weights : weights.map(() => 1));
  const total = exact.reduce((sum, weight) => sum + weight, 0n);
  if (total === 0n) return [];
  const parts = exact.map((weight) => Number((weight * ONE_BIG) / total));
  const remainders = exact.map((weight, i) => ({ i, rest: (weight * ONE_BIG) % total }));
  remainders.sort((a, b) => (a.rest === b.rest ? a.i - b.i : a.rest > b.rest ? -1 : 1));
  const left = ONE - parts.reduce((sum, part) => sum + part, 0);
  for (const { i } of remainders.slice(0, left)) parts[i] = (parts[i] ?? 0) + 1;
  return parts;
}

/** Sums of credit by key, exact however many conversions there are. */
export class CreditSum {
  readonly #parts = new Map<string | null, bigint>();

  add(key: string | null, parts: number): void {
    this.#parts.set(key, (this.#parts.get(key) ?? 0n) + BigInt(parts));
  }

  /** Credit of a key in conversions, as the nearest double. */
  of(key: string | null): number {
    return creditNumber(this.#parts.get(key) ?? 0n);
  }

  keys(): IterableIterator<string | null> {
    return this.#parts.keys();
  }

  /** Credit of all keys together: exactly the number of conversions that were added. */
  total(): number {
    let sum = 0n;
    for (const parts of this.#parts.values()) sum += parts;
    return creditNumber(sum);
  }
}

/** The edge: parts as a number of conversions. */
export function creditNumber(parts: number | bigint): number {
  return Number(parts) / ONE;
}
