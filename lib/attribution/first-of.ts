import type { Freshness, KeptReport } from "./kept/kept-report.ts";
import { readKept } from "./kept/read-kept.ts";
import { hasManyKeys } from "./many-keys.ts";
import { type CreditQuery, creditQuery } from "./reports/credit-query.ts";
import type { AttributionQuery } from "./search-params.ts";

/** What a page draws of a report that may have very many rows. */
interface First<Result>
  extends Pick<KeptReport<CreditQuery, Result>, "kind" | "dependsOn" | "result"> {
  read(workspaceId: string, query: AttributionQuery, freshness?: Freshness): Promise<Result>;
}

/** The report that keeps it where there are very many rows, and how a page gets it. */
export function firstOf<Result>({ read, ...own }: First<Result>) {
  const report: KeptReport<CreditQuery, Result> = {
    ...own,
    isOfSums: true,
    query: creditQuery,
    sum: (_sql, workspaceId, query) => read(workspaceId, query),
  };
  const get: typeof read = (workspaceId, query, freshness) =>
    hasManyKeys(query)
      ? readKept(report, workspaceId, creditQuery.parse(query), freshness)
      : read(workspaceId, query, freshness);
  return { report, get };
}
