import { daysWords, periodWords } from "#app/(dashboard)/[workspace]/attribution/periods.ts";
import { dimensionWords } from "#app/(dashboard)/[workspace]/attribution/section-props.ts";
import { filterWords } from "#components/attribution/visitor-filter-words.ts";
import { goalWords } from "#components/attribution/words.ts";
import { MODELS } from "#lib/attribution/models.ts";
import type { AttributionQuery } from "#lib/attribution/search-params.ts";

/** What a report is of, in words: its filters, too. */
export function queryWords(query: AttributionQuery): string {
  return [
    goalWords(query.goal),
    MODELS[query.model].label,
    dimensionWords(query),
    `${periodWords(query.from, query.to)} (${query.timezone})`,
    `lookback ${daysWords(query.lookbackDays)}`,
    ...filterWords(query),
  ].join(" · ");
}
