import { CreditSum } from "#lib/attribution/credit.ts";
import { creditConversion, prepareCreditor } from "#lib/attribution/credited.ts";
import { listConversions } from "#lib/attribution/journeys.ts";
import { MODEL_NAMES, type ModelName } from "#lib/attribution/models.ts";
import type { AttributionQuery } from "#lib/attribution/search-params.ts";
import type { Conversion, Creditor } from "#lib/attribution/touch.ts";

export type CreditByModel = Record<ModelName, number>;

export interface ModelComparison {
  /** Most credit by the query's model first. */
  rows: { key: string | null; credits: CreditByModel }[];
  /** The number of conversions, per model. */
  totals: CreditByModel;
}

/** The credit that each model gives each key: conversions are read once, the models run side by side. */
export async function compareModels(
  workspaceId: string,
  query: AttributionQuery,
): Promise<ModelComparison> {
  const conversions = await listConversions(workspaceId, query);
  const sums = new Map<ModelName, CreditSum>();
  await Promise.all(
    MODEL_NAMES.map(async (model) => {
      const creditor = await prepareCreditor(workspaceId, { ...query, model }, conversions);
      sums.set(model, sumOf(conversions, creditor));
    }),
  );
  const keys = new Set([...sums.values()].flatMap((sum) => [...sum.keys()]));
  const rows = [...keys].map((key) => ({
    key,
    credits: perModel((m) => sums.get(m)?.of(key) ?? 0),
  }));
  const rank = (row: { credits: CreditByModel }) => row.credits[query.model];
  return {
    rows: rows.sort((a, b) => rank(b) - rank(a) || compareKeys(a.key, b.key)),
    totals: perModel((model) => sums.get(model)?.total() ?? 0),
  };
}

function sumOf(conversions: readonly Conversion[], creditor: Creditor): CreditSum {
  const sum = new CreditSum();
  for (const conversion of conversions) {
    for (const { key, parts } of creditConversion(conversion, creditor).credits)
      sum.add(key, parts);
  }
  return sum;
}

/** Object.fromEntries forgets the names of its keys; these are all models, each once. */
function perModel(read: (model: ModelName) => number): CreditByModel {
  return Object.fromEntries(MODEL_NAMES.map((model) => [model, read(model)])) as CreditByModel;
}

function compareKeys(a: string | null, b: string | null): number {
  if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1;
  return a < b ? -1 : 1;
}
