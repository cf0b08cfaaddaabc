import { creditNumber } from "./credit.ts";
import type { CreditByKey } from "./credit-by-key.ts";
import type { Freshness } from "./kept/kept-report.ts";
import type { ModelName } from "./models.ts";
import { readKeptCredit, readKeptDates } from "./reports/read-credit.ts";
import { type RowKey, rowKey } from "./row-key.ts";
import type { AttributionQuery } from "./search-params.ts";
import { hasCreditTiles } from "./tiles/fits.ts";
import { listCreditByDate, readCreditTiles } from "./tiles/read-credit.ts";
import { isTileModel } from "./tiles/tile-models.ts";
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

/** Credit by key of the query's period by each of some models. With a `freshness` it may be a little older. */
export async function getCreditByModel(
  workspaceId: string,
  query: AttributionQuery,
  models: readonly ModelName[],
  freshness?: Freshness,
): Promise<Map<ModelName, CreditByKey>> {
  const inTiles = models.filter(isTileModel).filter((model) => hasCreditTiles({ ...query, model }));
  const found = new Map<ModelName, CreditByKey>(
    inTiles.length > 0 ? await readCreditTiles(workspaceId, query, inTiles) : [],
  );
  for (const model of models) {
    const own = found.get(model);
    found.set(model, own ?? (await readKeptCredit(workspaceId, { ...query, model }, freshness)));
  }
  return found;
}

async function getCreditByKey(
  workspaceId: string,
  query: AttributionQuery,
  freshness?: Freshness,
): Promise<CreditByKey> {
  const found = await getCreditByModel(workspaceId, query, [query.model], freshness);
  const credit = found.get(query.model);
  if (!credit) throw new Error(`no credit by ${query.model}`);
  return credit;
}

/**
 * Credit by key of the query's dimension, or by pair of keys. Conversions are those of the period; their
 * touches may precede it.
 */
export async function getAttribution(
  workspaceId: string,
  query: AttributionQuery,
  freshness?: Freshness,
): Promise<AttributionReport> {
  const [traffic, credit] = await Promise.all([
    getTraffic(workspaceId, query, freshness),
    getCreditByKey(workspaceId, query, freshness),
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

/** Credit of one key on one local date; dates and keys without credit are left out. */
export interface CreditPoint extends RowKey {
  date: string;
  credit: number;
  /** The sum of the keys that were not asked for one by one. */
  isRest?: boolean;
}

/**
 * Credit by local date of the conversion and key, oldest first; sums to the report's total. `keys` (joined ones
 * in a report of pairs) are some of the report's first rows; all others are summed up per date.
 */
export async function getCreditOverTime(
  workspaceId: string,
  query: AttributionQuery,
  keys: readonly (string | null)[],
  freshness?: Freshness,
): Promise<CreditPoint[]> {
  const points = hasCreditTiles(query)
    ? await listCreditByDate(workspaceId, query, keys)
    : await readKeptDates(workspaceId, query, keys, freshness);
  return points.map(({ parts, key, date, isRest }) => ({
    ...{ date, isRest, ...rowKey(query, key) },
    credit: creditNumber(parts),
  }));
}
