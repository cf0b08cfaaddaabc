import type { AttributionQuery } from "./search-params.ts";

/** Nearly every session with a click has a click id of its own: what a page draws of so many rows is kept apart. */
export function hasManyKeys({
  dimension,
  secondDimension,
}: Pick<AttributionQuery, "dimension" | "secondDimension">): boolean {
  return dimension === "click_id" || secondDimension === "click_id";
}
