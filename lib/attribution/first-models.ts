import { z } from "zod";
import { compareModels, type ModelComparison } from "./compare-models.ts";
import { firstOf } from "./first-of.ts";
import { MOST_ROWS } from "./first-rows.ts";
import { MODEL_NAMES } from "./models.ts";
import { CREDIT_REPORT } from "./reports/credit.ts";

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

const first = firstOf<FirstModels>({
  kind: "first-models",
  // The model that learns is among them, whichever ranks the rows.
  dependsOn: (query) => CREDIT_REPORT.dependsOn({ ...query, model: "markov" }),
  result: firstModels,
  read: async (...asked) => cut(await compareModels(...asked)),
});

export const FIRST_MODELS_REPORT = first.report;

/** What a page draws of all models side by side: the first rows. They are kept where there are very many. */
export const getFirstModels = first.get;
