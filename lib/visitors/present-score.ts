import { z } from "zod";

/** A score and the points that it is made of. */
export const visitorScore = z.object({
  total: z.int(),
  parts: z.array(z.object({ name: z.string(), points: z.number(), why: z.string() })),
});

export type VisitorScore = z.output<typeof visitorScore>;

/** The score of a visitor as it is shown. The one place to add its parts when scoring is there. */
export function presentScore(total: number): VisitorScore {
  return { total, parts: [] };
}
