import { z } from "zod";
import { ONE, shareInteger, shareOut } from "#lib/attribution/credit.ts";
import type { Journey } from "#lib/attribution/touch.ts";

/** So many keys of most credit have their credit by date; the others have it together. */
export const MOST_DATED_KEYS = 20;

/** Conversions of one date with the same keys, in order, and the same money. */
export interface Path {
  date: string;
  keys: readonly (string | null)[];
  amount: string | null;
  currency: string | null;
  count: number;
}

const key = z.string().nullable();

/** What a model that learns gave: bigints as text. */
export const learntSchema = z.object({
  /** Weight of each key. */
  effects: z.array(z.tuple([key, z.number()])),
  /** Key, conversions, parts, value. */
  byKey: z.array(z.tuple([key, z.number(), z.string(), z.string()])),
  conversions: z.number(),
  value: z.string(),
  currency: z.string().nullable(),
  /** Date, place among the first of `byKey` (-1: all others), parts. */
  dates: z.array(z.tuple([z.string(), z.number(), z.string()])),
});

export type LearntCredit = z.output<typeof learntSchema>;

interface Sums {
  conversions: number;
  parts: bigint;
  value: bigint;
}

/** Shares every conversion in proportion to its keys' weights; equal ones once. */
export function creditPaths(
  paths: readonly Path[],
  effects: ReadonlyMap<string | null, number>,
): LearntCredit {
  const currency = mainCurrency(paths);
  const byKey = new Map<string | null, Sums>();
  let [conversions, value] = [0, 0n];
  const shares = new Map<string, readonly number[]>();
  const sharesOf = ({ keys }: Path) => {
    if (keys.length < 2) return [ONE];
    const name = JSON.stringify(keys);
    const known = shares.get(name) ?? shareOut(keys.map((each) => effects.get(each) ?? 0));
    shares.set(name, known);
    return known;
  };
  const dated = new Map<string, Map<string | null, bigint>>();
  for (const path of paths) {
    const parts = sharesOf(path);
    const hasValue = path.amount !== null && path.currency !== null && path.currency === currency;
    const values = hasValue ? shareInteger(BigInt(path.amount ?? 0), parts) : [];
    const keys = path.keys.length === 0 ? [null] : path.keys;
    const count = BigInt(path.count);
    const date = dated.get(path.date) ?? new Map<string | null, bigint>();
    dated.set(path.date, date);
    keys.forEach((each, at) => {
      const sum = byKey.get(each) ?? { conversions: 0, parts: 0n, value: 0n };
      byKey.set(each, sum);
      if (keys.indexOf(each) === at) sum.conversions += path.count;
      const given = BigInt(parts[at] ?? 0) * count;
      sum.parts += given;
      sum.value += (values[at] ?? 0n) * count;
      date.set(each, (date.get(each) ?? 0n) + given);
    });
    conversions += path.count;
    if (hasValue) value += BigInt(path.amount ?? 0) * count;
  }
  const ranked = [...byKey].sort(([a, m], [b, n]) =>
    m.parts === n.parts ? ((a ?? "") < (b ?? "") ? -1 : 1) : m.parts > n.parts ? -1 : 1,
  );
  return {
    effects: [...effects],
    byKey: ranked.map(([name, sum]) => [name, sum.conversions, `${sum.parts}`, `${sum.value}`]),
    ...{ conversions, value: `${value}`, currency },
    dates: datesOf(
      dated,
      new Map(ranked.slice(0, MOST_DATED_KEYS).map(([name], at) => [name, at])),
    ),
  };
}

function datesOf(
  dated: ReadonlyMap<string, ReadonlyMap<string | null, bigint>>,
  places: ReadonlyMap<string | null, number>,
): LearntCredit["dates"] {
  return [...dated].flatMap(([date, credits]) => {
    const parts = new Map<number, bigint>();
    for (const [name, given] of credits) {
      const place = places.get(name) ?? -1;
      if (given > 0n) parts.set(place, (parts.get(place) ?? 0n) + given);
    }
    return [...parts]
      .sort(([a], [b]) => a - b)
      .map(([place, given]): [string, number, string] => [date, place, `${given}`]);
  });
}

/** The currency that most conversions are in, the first by name among equals. */
function mainCurrency(paths: readonly Path[]): string | null {
  const counts = new Map<string, number>();
  for (const { amount, currency, count } of paths) {
    if (amount !== null && currency !== null) {
      counts.set(currency, (counts.get(currency) ?? 0) + count);
    }
  }
  const [first] = [...counts].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1));
  return first?.[0] ?? null;
}

/** The journeys of conversions. */
export function* journeysOf(paths: readonly Path[]): Iterable<Journey> {
  for (const { keys, count } of paths) yield { keys, count };
}
