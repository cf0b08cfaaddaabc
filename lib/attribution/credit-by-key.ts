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
