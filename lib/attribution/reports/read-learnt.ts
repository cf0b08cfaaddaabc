import { creditNumber, ONE, shareOut } from "#lib/attribution/credit.ts";
import type { CreditByKey } from "#lib/attribution/credit-by-key.ts";
import type { Freshness } from "#lib/attribution/kept/kept-report.ts";
import { readKept } from "#lib/attribution/kept/read-kept.ts";
import { type LearntCredit, MOST_DATED_KEYS } from "#lib/attribution/models/learnt-credit.ts";
import { MODELS } from "#lib/attribution/models.ts";
import type { AttributionQuery } from "#lib/attribution/search-params.ts";
import type { Creditor } from "#lib/attribution/touch.ts";
import { isFiltered } from "#lib/attribution/visitor-filters.ts";
import { LEARNT_REPORT } from "./learnt.ts";

/** True when the credit of the query is of a model that learns, of all visitors and one dimension. */
export function hasLearntCredit(query: AttributionQuery): boolean {
  return MODELS[query.model].learns && query.secondDimension === undefined && !isFiltered(query);
}

function readLearnt(workspaceId: string, query: AttributionQuery, freshness?: Freshness) {
  const { goal, dimension, from, to, timezone, lookbackDays } = query;
  const asked = { goal, dimension, from, to, timezone, lookbackDays };
  return readKept(LEARNT_REPORT, workspaceId, asked, freshness);
}

/** Credit by key of the query's period. */
export async function readLearntCredit(
  workspaceId: string,
  query: AttributionQuery,
  freshness?: Freshness,
): Promise<CreditByKey> {
  const { byKey, conversions, value, currency } = await readLearnt(workspaceId, query, freshness);
  return {
    byKey: new Map(
      byKey.map(([key, count, parts, worth]) => [
        key,
        { conversions: count, parts: BigInt(parts), value: BigInt(worth) },
      ]),
    ),
    ...{ conversions, parts: BigInt(conversions) * BigInt(ONE), value: BigInt(value), currency },
  };
}

/** Shares a conversion as the report did. */
export async function learntCreditor(
  workspaceId: string,
  query: AttributionQuery,
): Promise<Creditor> {
  const effects = new Map((await readLearnt(workspaceId, query, { asOf: null })).effects);
  return (touches) => shareOut(touches.map(({ key }) => effects.get(key) ?? 0));
}

/** Credit by date of some keys and of the rest; null where they are not among those of most credit. */
export async function readLearntDates(
  workspaceId: string,
  query: AttributionQuery,
  keys: readonly (string | null)[],
  freshness?: Freshness,
) {
  const found = await readLearnt(workspaceId, query, freshness);
  const named = placesOf(found);
  // A key without credit has no points.
  const credited = keys.filter(
    (key) => !found.byKey.some(([k, , parts]) => k === key && parts === "0"),
  );
  if (credited.some((key) => !named.includes(key))) return null;
  const points = new Map<
    string,
    { date: string; key: string | null; isRest: boolean; parts: bigint }
  >();
  for (const [date, place, parts] of found.dates) {
    const key = named[place] ?? null;
    const isRest = place === -1 || !keys.includes(key);
    const name = JSON.stringify([date, isRest ? -1 : place]);
    const point = points.get(name) ?? { date, key: isRest ? null : key, isRest, parts: 0n };
    points.set(name, point);
    point.parts += BigInt(parts);
  }
  return [...points.values()].map(({ parts, ...point }) => ({
    ...point,
    credit: creditNumber(parts),
  }));
}

function placesOf({ byKey }: LearntCredit): (string | null)[] {
  return byKey.slice(0, MOST_DATED_KEYS).map(([key]) => key);
}
