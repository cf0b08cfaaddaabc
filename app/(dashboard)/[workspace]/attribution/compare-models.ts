import { creditNumber } from "#lib/attribution/credit.ts";
import { type CreditByKey, sumCredit } from "#lib/attribution/credit-by-key.ts";
import { creditConversion, prepareCreditor } from "#lib/attribution/credited.ts";
import { listConversions } from "#lib/attribution/journeys.ts";
import type { Freshness } from "#lib/attribution/kept/kept-report.ts";
import { MODEL_NAMES, type ModelName } from "#lib/attribution/models.ts";
import { readsTiles } from "#lib/attribution/report.ts";
import { hasLearntCredit, readLearntCredit } from "#lib/attribution/reports/read-learnt.ts";
import { type RowKey, rowKey } from "#lib/attribution/row-key.ts";
import type { AttributionQuery } from "#lib/attribution/search-params.ts";
import { readCreditTiles } from "#lib/attribution/tiles/read-credit.ts";
import type { Conversion } from "#lib/attribution/touch.ts";

export type CreditByModel = Record<ModelName, number>;

export interface ModelComparison {
  /** Most credit by the query's model first. */
  rows: (RowKey & { credits: CreditByModel })[];
  /** The number of conversions, per model. */
  totals: CreditByModel;
}

/**
 * The credit that each model gives each key; what has to be worked out reads the conversions once. Whoever
 * passes a `freshness` may be given what a model learnt a little earlier.
 */
export async function compareModels(
  workspaceId: string,
  query: AttributionQuery,
  freshness?: Freshness,
): Promise<ModelComparison> {
  let loading: Promise<Conversion[]> | null = null;
  const sums = new Map<ModelName, CreditByKey>();
  for (const model of MODEL_NAMES) {
    const asked = { ...query, model };
    if (readsTiles(asked)) {
      sums.set(model, await readCreditTiles(workspaceId, asked));
      continue;
    }
    if (hasLearntCredit(asked)) {
      sums.set(model, await readLearntCredit(workspaceId, asked, freshness));
      continue;
    }
    loading ??= listConversions(workspaceId, query);
    const conversions = await loading;
    const creditor = await prepareCreditor(workspaceId, asked, conversions);
    sums.set(model, sumCredit(conversions.map((each) => creditConversion(each, creditor))));
  }
  const keys = new Set([...sums.values()].flatMap((sum) => [...sum.byKey.keys()]));
  const rows = [...keys].map((key) => ({
    key,
    credits: perModel((m) => creditNumber(sums.get(m)?.byKey.get(key)?.parts ?? 0n)),
  }));
  const rank = (row: { credits: CreditByModel }) => row.credits[query.model];
  return {
    rows: rows
      .sort((a, b) => rank(b) - rank(a) || compareKeys(a.key, b.key))
      .map(({ key, credits }) => ({ ...rowKey(query, key), credits })),
    totals: perModel((model) => creditNumber(sums.get(model)?.parts ?? 0n)),
  };
}

/** Object.fromEntries forgets the names of its keys; these are all models, each once. */
function perModel(read: (model: ModelName) => number): CreditByModel {
  return Object.fromEntries(MODEL_NAMES.map((model) => [model, read(model)])) as CreditByModel;
}

function compareKeys(a: string | null, b: string | null): number {
  if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1;
  return a < b ? -1 : 1;
}
