import { creditNumber } from "./credit.ts";
import type { Freshness } from "./kept/kept-report.ts";
import { MODEL_NAMES, type ModelName } from "./models.ts";
import { getCreditByModel } from "./report.ts";
import { type RowKey, rowKey } from "./row-key.ts";
import type { AttributionQuery } from "./search-params.ts";

export type CreditByModel = Record<ModelName, number>;

export interface ModelComparison {
  /** Most credit by the query's model first. */
  rows: (RowKey & { credits: CreditByModel })[];
  /** The number of conversions, per model. */
  totals: CreditByModel;
}

/**
 * The credit that each model gives each key. Whoever passes a `freshness` may be given what was read a little
 * earlier.
 */
export async function compareModels(
  workspaceId: string,
  query: AttributionQuery,
  freshness?: Freshness,
): Promise<ModelComparison> {
  const sums = await getCreditByModel(workspaceId, query, MODEL_NAMES, freshness);
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
