import { z } from "zod";
import { ONE, shareInteger } from "./credit.ts";
import type { Money } from "./touch.ts";

/** So many keys of most credit, and those with as much as the last of them, have their credit by date. */
const MOST_DATED_KEYS = 20;

const key = z.string().nullable();

/** What the conversions of a period gave their keys, as it is kept: bigints as text. */
export const creditSumsSchema = z.object({
  /** Key, conversions, parts, value; most credit first. */
  byKey: z.array(z.tuple([key, z.number(), z.string(), z.string()])),
  conversions: z.number(),
  value: z.string(),
  currency: z.string().nullable(),
  /** How many of the first of `byKey` have their credit by date. */
  dated: z.number(),
  /** Date, place among those (-1: all others together), parts. */
  dates: z.array(z.tuple([z.string(), z.number(), z.string()])),
});

/** Conversions of one local date that are alike, with the parts of `ONE` that each touch gets. */
interface Credited {
  date: string;
  /** Of the touches, in order; none for a conversion without a touch, whose credit is the key null's. */
  keys: readonly (string | null)[];
  parts: readonly number[];
  money: Money | null;
  count: number;
}

interface Sums {
  conversions: number;
  parts: bigint;
  value: bigint;
}

/** Adds conversions up by key and by date. Money of other currencies than `currency` is left out. */
export class CreditSums {
  readonly #currency: string | null;
  readonly #byKey = new Map<string | null, Sums>();
  readonly #dated = new Map<string, Map<string | null, bigint>>();
  #conversions = 0;
  #value = 0n;

  constructor(currency: string | null) {
    this.#currency = currency;
  }

  add({ date, keys: touched, parts: shared, money, count }: Credited): void {
    const [keys, parts] = touched.length === 0 ? [[null], [ONE]] : [touched, shared];
    const worth = money?.currency === this.#currency ? (money?.minor ?? null) : null;
    const values = worth === null ? [] : shareInteger(worth, parts);
    const times = BigInt(count);
    const dated = this.#dated.get(date) ?? new Map<string | null, bigint>();
    this.#dated.set(date, dated);
    keys.forEach((each, at) => {
      const sum = this.#byKey.get(each) ?? { conversions: 0, parts: 0n, value: 0n };
      this.#byKey.set(each, sum);
      if (keys.indexOf(each) === at) sum.conversions += count;
      const given = BigInt(parts[at] ?? 0) * times;
      sum.parts += given;
      sum.value += (values[at] ?? 0n) * times;
      if (given > 0n) dated.set(each, (dated.get(each) ?? 0n) + given);
    });
    this.#conversions += count;
    this.#value += (worth ?? 0n) * times;
  }

  /** The sums as they are kept. */
  result(): z.output<typeof creditSumsSchema> {
    const ranked = [...this.#byKey].sort(([a, m], [b, n]) =>
      m.parts === n.parts ? ((a ?? "") < (b ?? "") ? -1 : 1) : m.parts > n.parts ? -1 : 1,
    );
    const least = ranked[MOST_DATED_KEYS - 1]?.[1].parts ?? 0n;
    const named = ranked.filter(([, { parts }]) => parts > 0n && parts >= least);
    const places = new Map(named.map(([name], at) => [name, at]));
    return {
      byKey: ranked.map(([name, sum]) => [name, sum.conversions, `${sum.parts}`, `${sum.value}`]),
      ...{ conversions: this.#conversions, value: `${this.#value}`, currency: this.#currency },
      dated: named.length,
      dates: [...this.#dated].flatMap(([date, credits]) => {
        const parts = new Map<number, bigint>();
        for (const [name, given] of credits) {
          const place = places.get(name) ?? -1;
          parts.set(place, (parts.get(place) ?? 0n) + given);
        }
        return [...parts]
          .sort(([a], [b]) => a - b)
          .map(([place, given]): [string, number, string] => [date, place, `${given}`]);
      }),
    };
  }
}
