/** A session seen as a marketing contact, with its key in the dimension of the report. */
export interface Touch {
  sid: string;
  /** ms since the epoch. */
  at: number;
  key: string | null;
  isDirect: boolean;
}

/** A visitor that reached the goal, with the touches before it, ordered by time, then `sid`. */
export interface Conversion {
  visitorId: string;
  /** ms since the epoch. */
  at: number;
  touches: readonly Touch[];
}

/** A sequence of keys that `count` visitors went through. */
export interface Journey {
  keys: readonly (string | null)[];
  count: number;
}

/** Parts of `ONE` for each touch of a conversion, in order; empty for no touch. */
export type Creditor = (touches: readonly Touch[], at: number) => number[];
