import { ONE } from "#lib/attribution/credit.ts";
import type { CreditByKey } from "#lib/attribution/credit-by-key.ts";
import type { Freshness } from "#lib/attribution/kept/kept-report.ts";
import { readKept } from "#lib/attribution/kept/read-kept.ts";
import { shareByEffects } from "#lib/attribution/models/markov.ts";
import { MODELS } from "#lib/attribution/models.ts";
import type { AttributionQuery } from "#lib/attribution/search-params.ts";
import { isTileModel } from "#lib/attribution/tiles/tile-models.ts";
import type { Creditor } from "#lib/attribution/touch.ts";
import { CREDIT_REPORT } from "./credit.ts";
import { creditQuery } from "./credit-query.ts";

function readCredit(workspaceId: string, query: AttributionQuery, freshness?: Freshness) {
  return readKept(CREDIT_REPORT, workspaceId, creditQuery.parse(query), freshness);
}

/** Credit by key of the query's period, of a report that is kept whole. */
export async function readKeptCredit(
  workspaceId: string,
  query: AttributionQuery,
  freshness?: Freshness,
): Promise<CreditByKey> {
  const { byKey, conversions, value, currency } = await readCredit(workspaceId, query, freshness);
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

/** How the query's model shares a conversion; one that learns does as its report did. */
export async function creditorOf(workspaceId: string, query: AttributionQuery): Promise<Creditor> {
  if (isTileModel(query.model)) return MODELS[query.model].credit;
  const effects = new Map((await readCredit(workspaceId, query)).effects);
  return (touches) =>
    shareByEffects(
      touches.map(({ key }) => key),
      effects,
    );
}

/** Credit by date of some keys, which are among those of most credit, and of all others together. */
export async function readKeptDates(
  workspaceId: string,
  query: AttributionQuery,
  keys: readonly (string | null)[],
  freshness?: Freshness,
) {
  const { byKey, dated, dates } = await readCredit(workspaceId, query, freshness);
  const named = byKey.slice(0, dated).map(([key]) => key);
  const points = new Map<
    string,
    { date: string; key: string | null; isRest: boolean; parts: bigint }
  >();
  for (const [date, place, parts] of dates) {
    const key = named[place] ?? null;
    const isRest = place === -1 || !keys.includes(key);
    const name = JSON.stringify([date, isRest ? -1 : place]);
    const point = points.get(name) ?? { date, key: isRest ? null : key, isRest, parts: 0n };
    points.set(name, point);
    point.parts += BigInt(parts);
  }
  return [...points.values()];
}
