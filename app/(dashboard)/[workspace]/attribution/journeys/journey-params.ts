import { z } from "zod";

/** What the page of journeys looks at; a wrong word is the first one. */
export const journeyParams = z.object({
  of: z.enum(["pages", "channels"]).catch("pages"),
  direction: z.enum(["forward", "backward"]).catch("forward"),
  start: z.string().max(2_000).catch(""),
});

export type JourneyParams = z.output<typeof journeyParams>;
