import { z } from "zod";
import { exactText, pagingParams, searchText } from "#lib/list-params.ts";
import { OUTCOME_STATUSES } from "#lib/worklist/account.ts";

/** New: nobody's. Mine and team: claimed. Waiting: snoozed. Done: with an outcome. */
export const WORKLIST_VIEWS = ["new", "mine", "team", "waiting", "done"] as const;
export type WorklistView = (typeof WORKLIST_VIEWS)[number];

/** What narrows the worklist down. */
export const worklistFilters = z.object({
  q: searchText.optional(),
  country: z
    .string()
    .regex(/^[A-Za-z]{2}$/)
    .transform((code) => code.toUpperCase())
    .optional(),
  industry: exactText.optional(),
  minEmployees: z.coerce.number().int().min(0).max(100_000_000).optional(),
  owner: exactText.optional(),
  outcome: z.enum(OUTCOME_STATUSES).optional(),
});

/** The URL of the worklist: view, filters and page. */
export const worklistParams = worklistFilters.extend({
  view: z.enum(WORKLIST_VIEWS).default("new"),
  ...pagingParams,
  limit: z.coerce.number().int().min(1).max(100).default(25),
});

export type WorklistFilters = z.output<typeof worklistFilters>;
export type WorklistParams = z.output<typeof worklistParams>;
