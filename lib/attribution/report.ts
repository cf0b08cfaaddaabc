import { CreditSum, creditNumber } from "./credit.ts";
import { type CreditByKey, sumCredit } from "./credit-by-key.ts";
import { type CreditedConversion, listCredited } from "./credited.ts";
import { isGrouped, listGroupedCreditByDate, readGroupedCredit } from "./grouped-credit.ts";
import type { Freshness } from "./kept/kept-report.ts";
import { localDate } from "./period.ts";
import { hasLearntCredit, readLearntCredit, readLearntDates } from "./reports/read-learnt.ts";
import { type RowKey, rowKey } from "./row-key.ts";
import type { AttributionQuery } from "./search-params.ts";
import { hasCreditTiles, hasTrafficTiles } from "./tiles/fits.ts";
import { listCreditByDate, readCreditTiles } from "./tiles/read-credit.ts";
import { readTrafficTiles } from "./tiles/read-traffic.ts";
import { getTraffic } from "./traffic.ts";
import { isFiltered } from "./visitor-filters.ts";

/** The numbers of a row or of the whole report. */
export interface AttributionNumbers {
  /** Sessions in the period. */
  sessions: number;
  /** Identified visitors in the period. */
  visitors: number;
  /** Conversions with at least one touch of the key (with none at all, for the key null). */
  conversions: number;
  credit: number;
  /** Money in minor units of the report's currency; null where no conversion carries any. */
  value: number | null;
}

export interface AttributionRow extends AttributionNumbers, RowKey {}

export interface AttributionReport {
  /** Most credit first. */
  rows: AttributionRow[];
  /** `credit` is exactly the number of conversions. Visitors with several keys count once. */
  total: AttributionNumbers;
  /** Currency of the values; conversions in others count without theirs. */
  currency: string | null;
}

type Ranked = AttributionNumbers & { key: string | null };

function compareRows(a: Ranked, b: Ranked): number {
  if (a.credit !== b.credit) return b.credit - a.credit;
  if (a.sessions !== b.sessions) return b.sessions - a.sessions;
  if (a.key === null || b.key === null) return a.key === null ? 1 : -1;
  return a.key < b.key ? -1 : 1;
}

/** What is added up beforehand: one dimension, over all visitors. */
function isWhole(query: AttributionQuery): boolean {
  return query.secondDimension === undefined && !isFiltered(query);
}

/** True when the credit of the query is read from tiles. */
export function readsTiles(query: AttributionQuery): boolean {
  return isWhole(query) && hasCreditTiles(query);
}

/** True when the conversions have to be read one by one: worth doing once for several questions. */
export function needsConversions(query: AttributionQuery): boolean {
  return !readsTiles(query) && !hasLearntCredit(query) && !isGrouped(query);
}

/**
 * Credit by key of the query's dimension, or by pair of keys. Conversions are those of the period; their
 * touches may precede it. `credited` may be shared with `getCreditOverTime` to load the conversions once.
 */
export async function getAttribution(
  workspaceId: string,
  query: AttributionQuery,
  credited?: Promise<readonly CreditedConversion[]>,
  freshness?: Freshness,
): Promise<AttributionReport> {
  const [traffic, credit] = await Promise.all([
    isWhole(query) && hasTrafficTiles(query)
      ? readTrafficTiles(workspaceId, query)
      : getTraffic(workspaceId, query),
    credited ? credited.then(sumCredit) : getCreditByKey(workspaceId, query, freshness),
  ]);
  const keys = new Set([...traffic.byKey.keys(), ...credit.byKey.keys()]);
  const rows = [...keys].map((key) => {
    const found = credit.byKey.get(key);
    return {
      key,
      ...(traffic.byKey.get(key) ?? { sessions: 0, visitors: 0 }),
      conversions: found?.conversions ?? 0,
      credit: creditNumber(found?.parts ?? 0n),
      value: credit.currency === null ? null : Number(found?.value ?? 0n),
    };
  });
  return {
    rows: rows.sort(compareRows).map(({ key, ...row }) => ({ ...rowKey(query, key), ...row })),
    total: {
      ...traffic.total,
      conversions: credit.conversions,
      credit: creditNumber(credit.parts),
      value: credit.currency === null ? null : Number(credit.value),
    },
    currency: credit.currency,
  };
}

async function getCreditByKey(
  workspaceId: string,
  query: AttributionQuery,
  freshness?: Freshness,
): Promise<CreditByKey> {
  if (readsTiles(query)) return readCreditTiles(workspaceId, query);
  if (hasLearntCredit(query)) return readLearntCredit(workspaceId, query, freshness);
  if (isGrouped(query)) return readGroupedCredit(workspaceId, query);
  return sumCredit(await listCredited(workspaceId, query));
}

/** Credit of one key on one local date; dates and keys without credit are left out. */
export interface CreditPoint extends RowKey {
  date: string;
  credit: number;
  /** The sum of the keys that were not asked for one by one. */
  isRest?: boolean;
}

/**
 * Credit by local date of the conversion and key, oldest first. Sums to the report's total. With `keys`
 * (joined ones in a report of pairs) the others may be summed up per date.
 */
export async function getCreditOverTime(
  workspaceId: string,
  query: AttributionQuery,
  credited?: Promise<readonly CreditedConversion[]>,
  keys?: readonly (string | null)[],
  freshness?: Freshness,
): Promise<CreditPoint[]> {
  if (!credited && keys && hasLearntCredit(query)) {
    const points = await readLearntDates(workspaceId, query, keys, freshness);
    if (points) return points;
  }
  if (!credited && (readsTiles(query) || (keys && isGrouped(query)))) {
    const points = readsTiles(query)
      ? // No key is "", and a list that is not empty tells the key null from the rest.
        await listCreditByDate(workspaceId, query, keys && [...keys, ""])
      : await listGroupedCreditByDate(workspaceId, query, keys ?? []);
    return points.map(({ parts, key, date, isRest }) => ({
      ...{ date, isRest, ...rowKey(query, key) },
      credit: creditNumber(parts),
    }));
  }
  const days = new Map<string, CreditSum>();
  for (const { at, credits } of await (credited ?? listCredited(workspaceId, query))) {
    const date = localDate(at, query.timezone);
    const day = days.get(date) ?? new CreditSum();
    days.set(date, day);
    for (const { key, parts } of credits) if (parts > 0) day.add(key, parts);
  }
  return [...days]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([date, day]) =>
      [...day.keys()].map((key) => ({ date, ...rowKey(query, key), credit: day.of(key) })),
    );
}
