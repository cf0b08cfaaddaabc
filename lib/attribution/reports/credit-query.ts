import { z } from "zod";
import { creditSumsSchema } from "#lib/attribution/credit-sums.ts";
import { DIMENSION_NAMES } from "#lib/attribution/dimensions.ts";
import { MODEL_NAMES } from "#lib/attribution/models.ts";
import { visitorFilterParams } from "#lib/attribution/visitor-filters.ts";
import { periodSchema } from "./report-period.ts";

/** What a question of traffic is made of. */
export const trafficQuery = periodSchema.extend({
  dimension: z.enum(DIMENSION_NAMES),
  secondDimension: z.enum(DIMENSION_NAMES).optional(),
  ...visitorFilterParams,
});

export type TrafficQuery = z.output<typeof trafficQuery>;

/** What a question of credit is made of; other fields of a query do not change its answer. */
export const creditQuery = trafficQuery.extend({
  goal: z.string(),
  model: z.enum(MODEL_NAMES),
  lookbackDays: z.number(),
});

export type CreditQuery = z.output<typeof creditQuery>;

/** The answer to a question of credit. */
export const keptCredit = creditSumsSchema.extend({
  /** Weight of each key, of a model that learns. */
  effects: z.array(z.tuple([z.string().nullable(), z.number()])),
});

export type KeptCredit = z.output<typeof keptCredit>;
