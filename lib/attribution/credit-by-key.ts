import type { CreditedConversion } from "./credited.ts";

/** What the conversions gave a key, or all keys together. */
export interface KeyTotals {
  /** Conversions with a touch of the key. */
  conversions: number;
  /** Credit in parts of `ONE`. */
  parts: bigint;
  /** Minor units. */
  value: bigint;
}

export interface CreditByKey extends KeyTotals {
  byKey: Map<string | null, KeyTotals>;
  /** Of the values; null when no conversion carries money. */
  currency: string | null;
}

/** The currency that most conversions are in, the first by name among equals. */
function mainCurrency(conversions: readonly CreditedConversion[]): string | null {
  const counts = new Map<string, number>();
  for (const { currency } of conversions) {
    if (currency !== null) counts.set(currency, (counts.get(currency) ?? 0) + 1);
  }
  const [first] = [...counts].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1));
  return first?.[0] ?? null;
}

/** Sums of credited conversions by key. Money of other currencies than the main one is left out. */
export function sumCredit(conversions: readonly CreditedConversion[]): CreditByKey {
  const currency = mainCurrency(conversions);
  const byKey = new Map<string | null, KeyTotals>();
  const all: KeyTotals = { conversions: conversions.length, parts: 0n, value: 0n };
  for (const conversion of conversions) {
    const counted = new Set<string | null>();
    for (const { key, parts, value } of conversion.credits) {
      const sum = byKey.get(key) ?? { conversions: 0, parts: 0n, value: 0n };
      byKey.set(key, sum);
      if (!counted.has(key)) sum.conversions++;
      counted.add(key);
      for (const each of [sum, all]) {
        each.parts += BigInt(parts);
        if (conversion.currency === currency) each.value += value;
      }
    }
  }
  return { ...all, byKey, currency };
}
