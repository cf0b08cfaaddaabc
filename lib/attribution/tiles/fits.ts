import { isOutcomeGoal } from "#lib/attribution/goal-source.ts";
import { MODELS } from "#lib/attribution/models.ts";
import type { AttributionQuery } from "#lib/attribution/search-params.ts";
import { isFiltered } from "#lib/attribution/visitor-filters.ts";

/** The lookback for which credit is added up beforehand. */
export const TILE_LOOKBACK_DAYS = 90;

/** How many dates back a visitor is looked for to tell whether it returns. */
export const RETURN_DAYS = 400;

function days({ from, to }: AttributionQuery): number {
  return (Date.parse(to) - Date.parse(from)) / 86_400_000 + 1;
}

/** True when sessions and visitors of the query can be read from tiles: of one dimension, over all visitors. */
export function hasTrafficTiles(query: AttributionQuery): boolean {
  return query.secondDimension === undefined && !isFiltered(query) && days(query) <= RETURN_DAYS;
}

/**
 * True when the credit of the query can be read from tiles. A model that learns shares by the whole
 * period; outcomes are few and move with what the team writes: both are worked out when asked.
 */
export function hasCreditTiles(query: AttributionQuery): boolean {
  return (
    hasTrafficTiles(query) &&
    query.lookbackDays === TILE_LOOKBACK_DAYS &&
    !MODELS[query.model].learns &&
    !isOutcomeGoal(query.goal)
  );
}
