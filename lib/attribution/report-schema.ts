import { z } from "zod";

/** The numbers of a row, or of a whole report, as they are stored (`AttributionNumbers`). */
export const numbersSchema = z.object({
  sessions: z.number(),
  visitors: z.number(),
  conversions: z.number(),
  credit: z.number(),
  value: z.number().nullable(),
});

/** A report as it is stored (`AttributionReport`). */
export const reportSchema = z.object({
  rows: z.array(
    numbersSchema.extend({
      key: z.string().nullable(),
      secondKey: z.string().nullable().optional(),
    }),
  ),
  total: numbersSchema,
  currency: z.string().nullable(),
});
