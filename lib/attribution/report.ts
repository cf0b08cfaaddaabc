import { CreditSum } from "./credit.ts";
import { type CreditedConversion, listCredited } from "./credited.ts";
import { localDate } from "./period.ts";
import type { AttributionQuery } from "./search-params.ts";
import { getTraffic } from "./traffic.ts";

/** The numbers of a row or of the whole report. */
export interface AttributionNumbers {
  /** Sessions in the period. */
  sessions: number;
  /** Identified visitors in the period. */
  visitors: number;
  /** Conversions with at least one touch of the key (with none at all, for the key null). */
  conversions: number;
  credit: number;
  /** Money in minor units; null for goals that carry none, which are all goals so far. */
  value: number | null;
}

export interface AttributionRow extends AttributionNumbers {
  key: string | null;
}

export interface AttributionReport {
  /** Most credit first. */
  rows: AttributionRow[];
  /** `credit` is exactly the number of conversions. Visitors with several keys count once. */
  total: AttributionNumbers;
}

function compareRows(a: AttributionRow, b: AttributionRow): number {
  if (a.credit !== b.credit) return b.credit - a.credit;
  if (a.sessions !== b.sessions) return b.sessions - a.sessions;
  if (a.key === null || b.key === null) return a.key === null ? 1 : -1;
  return a.key < b.key ? -1 : 1;
}

/**
 * Credit by key of the query's dimension. Conversions are those of the period; their touches may
 * precede it. `credited` may be shared with `getCreditOverTime` to load the conversions once.
 */
export async function getAttribution(
  workspaceId: string,
  query: AttributionQuery,
  credited: Promise<readonly CreditedConversion[]> = listCredited(workspaceId, query),
): Promise<AttributionReport> {
  const [traffic, conversions] = await Promise.all([getTraffic(workspaceId, query), credited]);
  const credit = new CreditSum();
  const touched = new Map<string | null, number>();
  for (const { credits } of conversions) {
    for (const { key, parts } of credits) credit.add(key, parts);
    for (const key of new Set(credits.map((each) => each.key))) {
      touched.set(key, (touched.get(key) ?? 0) + 1);
    }
  }
  const keys = new Set([...traffic.byKey.keys(), ...credit.keys()]);
  const rows = [...keys].map((key) => ({
    key,
    ...(traffic.byKey.get(key) ?? { sessions: 0, visitors: 0 }),
    conversions: touched.get(key) ?? 0,
    credit: credit.of(key),
    value: null,
  }));
  return {
    rows: rows.sort(compareRows),
    total: {
      ...traffic.total,
      conversions: conversions.length,
      credit: credit.total(),
      value: null,
    },
  };
}

/** Credit of one key on one local date; dates and keys without credit are left out. */
export interface CreditPoint {
  date: string;
  key: string | null;
  credit: number;
}

/** Credit by local date of the conversion and key, oldest first. Sums to the report's total. */
export async function getCreditOverTime(
  workspaceId: string,
  query: AttributionQuery,
  credited: Promise<readonly CreditedConversion[]> = listCredited(workspaceId, query),
): Promise<CreditPoint[]> {
  const days = new Map<string, CreditSum>();
  for (const { at, credits } of await credited) {
    const date = localDate(at, query.timezone);
    const day = days.get(date) ?? new CreditSum();
    days.set(date, day);
    for (const { key, parts } of credits) if (parts > 0) day.add(key, parts);
  }
  return [...days]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([date, day]) => [...day.keys()].map((key) => ({ date, key, credit: day.of(key) })));
}
