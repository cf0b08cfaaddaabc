/** A session seen as a marketing contact, with its key in the dimension of the report. */
export interface Touch {
  sid: string;
  /** ms since the epoch. */
  at: number;
  key: string | null;
  isDirect: boolean;
}

/** Money in minor units of its currency. */
export interface Money {
  minor: bigint;
  currency: string;
}

/** The money of two columns; null where there is none. */
export function moneyOf(amount: string | null, currency: string | null): Money | null {
  return amount && currency ? { minor: BigInt(amount), currency } : null;
}

/** Somebody who reached the goal, with the touches before it, ordered by time, then `sid`. */
export interface Conversion {
  /** A visitor's id; for outcomes that of the account. */
  subject: string;
  /** ms since the epoch. */
  at: number;
  /** What an outcome is worth. */
  money: Money | null;
  touches: readonly Touch[];
}

/** A sequence of keys that `count` visitors went through. */
export interface Journey {
  keys: readonly (string | null)[];
  count: number;
}

/** Parts of `ONE` for each touch of a conversion, in order; empty for no touch. */
export type Creditor = (touches: readonly Touch[], at: number) => number[];
