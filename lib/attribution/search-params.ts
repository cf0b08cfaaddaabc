import { z } from "zod";
import { now } from "#lib/clock.ts";
import { FoyerError } from "#lib/errors.ts";
import type { UrlState } from "#lib/search-state.ts";
import { DIMENSION_NAMES, type DimensionName } from "./dimensions.ts";
import { MODEL_NAMES, type ModelName } from "./models.ts";
import { addDays, isTimezone, localDate } from "./period.ts";
import { type VisitorFilters, visitorFilterParams } from "./visitor-filters.ts";

const DEFAULT_DAYS = 30;

const GOAL = /^(identified|qualified|enriched|valid_email|page:[\w-]{1,128}|outcome:[\w-]{1,64})$/;

/** A local date of a URL. */
export const dateParam = z.iso
  .date({ error: "must be a date such as 2026-03-29" })
  .refine((value) => value >= "1970-01-01" && value < "2200-01-01", {
    error: "must lie between 1970-01-01 and 2199-12-31",
  });

/**
 * The query of a report as it stands in a URL. The page and `/api/v1` share it; what is left out gets
 * its default in `resolveAttributionQuery`.
 */
export const attributionParams = z.object({
  goal: z
    .string()
    .regex(GOAL, {
      error:
        "must be identified, qualified, enriched, valid_email, page:<rule id> or outcome:<status>",
    })
    .default("identified")
    .meta({ description: "What counts as a conversion." }),
  model: z
    .enum(MODEL_NAMES, { error: `must be one of ${MODEL_NAMES.join(", ")}` })
    .default("last")
    .meta({ description: "How a conversion is shared among its touches." }),
  dimension: z
    .enum(DIMENSION_NAMES, { error: `must be one of ${DIMENSION_NAMES.join(", ")}` })
    .default("channel")
    .meta({ description: "What the rows are." }),
  secondDimension: z
    .enum(DIMENSION_NAMES, { error: `must be one of ${DIMENSION_NAMES.join(", ")}` })
    .optional()
    .meta({ description: "Makes the rows pairs of two dimensions; the same one twice is one." }),
  ...visitorFilterParams,
  from: dateParam.optional().meta({ description: "First local date; 30 days before `to`." }),
  to: dateParam.optional().meta({ description: "Last local date, included; today." }),
  timezone: z
    .string()
    .refine(isTimezone, { error: "must be a time zone such as Europe/Lisbon" })
    .optional()
    .meta({ description: "Time zone of the dates; the workspace's." }),
  lookbackDays: z
    .string()
    .regex(/^\d{1,4}$/, { error: "must be a whole number of days, 0 to 3650" })
    .default("90")
    .transform(Number)
    .refine((days) => days <= 3650, { error: "must be a whole number of days, 0 to 3650" })
    .meta({ description: "Touches count up to this many days of 24 hours before the conversion." }),
});

export type AttributionParams = z.output<typeof attributionParams>;

/** A complete query: nothing is left to defaults. Filters that are not there narrow nothing. */
export interface AttributionQuery extends VisitorFilters {
  goal: string;
  model: ModelName;
  dimension: DimensionName;
  secondDimension?: DimensionName | undefined;
  from: string;
  to: string;
  timezone: string;
  lookbackDays: number;
}

/** Fills in the workspace's time zone and the last 30 days up to today there (or up to `to`). */
export function resolveAttributionQuery(
  params: AttributionParams,
  workspaceTimezone: string,
): AttributionQuery {
  const timezone = params.timezone ?? workspaceTimezone;
  const to = params.to ?? localDate(now(), timezone);
  const from = params.from ?? addDays(to, 1 - DEFAULT_DAYS);
  if (from > to) {
    throw new FoyerError("invalid_request", `"from" (${from}) must not be after "to" (${to}).`);
  }
  const { secondDimension, ...rest } = params;
  const isPair = secondDimension !== undefined && secondDimension !== params.dimension;
  return { ...rest, ...(isPair && { secondDimension }), timezone, from, to };
}

/**
 * Query of a page's URL; parameters of other parts of the page are passed over. Throws
 * `invalid_request` that names each wrong parameter and what it must be.
 */
export function parseAttributionQuery(raw: UrlState, workspaceTimezone: string): AttributionQuery {
  const result = attributionParams.safeParse(raw);
  if (!result.success) {
    const problems = result.error.issues.map(
      (issue) => `"${issue.path.join(".")}" ${issue.message}`,
    );
    throw new FoyerError("invalid_request", `${problems.join("; ")}.`);
  }
  return resolveAttributionQuery(result.data, workspaceTimezone);
}
