import { z } from "zod";
import { dateOrInstant, exactText, pagingParams, searchText } from "#lib/list-params.ts";

export const VISITOR_SORTS = ["-lastSeenAt", "-score", "-pageviews", "name"] as const;
export const VISITOR_STAGES = ["resolved", "qualified", "enriched"] as const;

/** What narrows a list of visitors down. */
export const visitorFilters = z.object({
  q: searchText.optional().meta({
    description:
      "Words that name, title, company or e-mail contain; one or two letters begin a word, signs alone are left out",
  }),
  stage: z.enum(VISITOR_STAGES).optional(),
  validity: z
    .string()
    .regex(/^[\w-]{1,64}$/)
    .optional()
    .meta({ description: "Of the primary e-mail: valid, invalid, catch_all, …; unknown for none" }),
  company: exactText.optional().meta({ description: "A company's id, domain or exact name" }),
  country: z
    .string()
    .regex(/^[A-Za-z]{2}$/)
    .transform((code) => code.toUpperCase())
    .optional()
    .meta({ description: "Two-letter code" }),
  source: exactText.optional(),
  medium: exactText.optional(),
  campaign: exactText.optional(),
  owner: exactText.optional().meta({ description: "A member's id, or none" }),
  status: exactText.optional(),
  tag: exactText.optional().meta({ description: "A tag's name or id" }),
  minScore: z.coerce.number().int().min(0).max(1_000_000).optional(),
  seenFrom: dateOrInstant.optional().meta({ description: "Last seen at or after" }),
  seenTo: dateOrInstant.optional().meta({ description: "Last seen at or before; a date: its day" }),
});

/** The URL of a list of visitors: filters, sort and page. */
export const visitorListParams = visitorFilters.extend({
  sort: z.enum(VISITOR_SORTS).default("-lastSeenAt"),
  ...pagingParams,
});

export type VisitorFilters = z.output<typeof visitorFilters>;
export type VisitorListParams = z.output<typeof visitorListParams>;
