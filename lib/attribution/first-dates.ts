import { z } from "zod";
import { getFirstRows } from "./first-rows.ts";
import type { Freshness, KeptReport } from "./kept/kept-report.ts";
import { readKept } from "./kept/read-kept.ts";
import { hasManyKeys } from "./many-keys.ts";
import { type CreditPoint, getCreditOverTime } from "./report.ts";
import { CREDIT_REPORT } from "./reports/credit.ts";
import { type CreditQuery, creditQuery } from "./reports/credit-query.ts";
import { joinedKeys } from "./row-key.ts";
import type { AttributionQuery } from "./search-params.ts";
import { hasCreditTiles } from "./tiles/fits.ts";

/** A chart draws no more keys by themselves. */
const MOST_DRAWN = 20;

const point = z.object({
  date: z.string(),
  key: z.string().nullable(),
  secondKey: z.string().nullable().optional(),
  credit: z.number(),
  isRest: z.boolean().optional(),
});

const firstDates = z.array(point);

export const FIRST_DATES_REPORT: KeptReport<CreditQuery, CreditPoint[]> = {
  kind: "first-dates",
  dependsOn: CREDIT_REPORT.dependsOn,
  isOfSums: true,
  query: creditQuery,
  result: firstDates,
  async sum(_sql, workspaceId, query) {
    const { rows } = await getFirstRows(workspaceId, query);
    const drawn = joinedKeys(query, rows.slice(0, MOST_DRAWN));
    return getCreditOverTime(workspaceId, query, drawn);
  },
};

/**
 * Credit by local date of the query's first rows `keys`, as a page draws it, all others summed up per date. It is kept
 * where there are very many keys and no tiles to read it from.
 */
export async function getFirstDates(
  workspaceId: string,
  query: AttributionQuery,
  keys: readonly (string | null)[],
  freshness?: Freshness,
): Promise<CreditPoint[]> {
  if (!hasManyKeys(query) || hasCreditTiles(query))
    return getCreditOverTime(workspaceId, query, keys, freshness);
  return readKept(FIRST_DATES_REPORT, workspaceId, creditQuery.parse(query), freshness);
}
