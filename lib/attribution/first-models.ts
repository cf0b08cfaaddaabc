import { z } from "zod";
import { compareModels, type ModelComparison } from "./compare-models.ts";
import { MOST_ROWS } from "./first-rows.ts";
import type { Freshness, KeptReport } from "./kept/kept-report.ts";
import { readKept } from "./kept/read-kept.ts";
import { hasManyKeys } from "./many-keys.ts";
import { MODEL_NAMES } from "./models.ts";
import { CREDIT_REPORT } from "./reports/credit.ts";
import { type CreditQuery, creditQuery } from "./reports/credit-query.ts";
import type { AttributionQuery } from "./search-params.ts";

const byModel = z.record(z.enum(MODEL_NAMES), z.number());

const firstModels = z.object({
  rows: z.array(
    z.object({
      key: z.string().nullable(),
      secondKey: z.string().nullable().optional(),
      credits: byModel,
    }),
  ),
  totals: byModel,
  /** How many rows there are in all. */
  count: z.number(),
});

type FirstModels = z.output<typeof firstModels>;

function cut({ rows, totals }: ModelComparison): FirstModels {
  return { rows: rows.slice(0, MOST_ROWS), totals, count: rows.length };
}

export const FIRST_MODELS_REPORT: KeptReport<CreditQuery, FirstModels> = {
  kind: "first-models",
  // The model that learns is among them, whichever ranks the rows.
  dependsOn: (query) => CREDIT_REPORT.dependsOn({ ...query, model: "markov" }),
  isOfSums: true,
  query: creditQuery,
  result: firstModels,
  async sum(_sql, workspaceId, query) {
    return cut(await compareModels(workspaceId, query));
  },
};

/** What a page draws of all models side by side: the first rows. They are kept where there are very many. */
export async function getFirstModels(
  workspaceId: string,
  query: AttributionQuery,
  freshness?: Freshness,
): Promise<FirstModels> {
  return hasManyKeys(query)
    ? readKept(FIRST_MODELS_REPORT, workspaceId, creditQuery.parse(query), freshness)
    : cut(await compareModels(workspaceId, query, freshness));
}
