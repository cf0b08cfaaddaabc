import { z } from "zod";
import { dateOrInstant, exactText, pagingParams } from "#lib/list-params.ts";

/** What narrows a list of sessions down. */
export const sessionFilters = z.object({
  visitor: exactText.optional().meta({ description: "A visitor's id" }),
  channel: exactText.optional(),
  source: exactText.optional(),
  medium: exactText.optional(),
  campaign: exactText.optional(),
  from: dateOrInstant.optional().meta({ description: "Started at or after" }),
  to: dateOrInstant.optional().meta({ description: "Started at or before; a date: its day" }),
});

/** The URL of a list of sessions, newest first. */
export const sessionListParams = sessionFilters.extend({
  sort: z.enum(["-createdAt"]).default("-createdAt"),
  ...pagingParams,
});

export type SessionFilters = z.output<typeof sessionFilters>;
export type SessionListParams = z.output<typeof sessionListParams>;
