import { z } from "zod";
import { exactText, pagingParams, searchText } from "#lib/list-params.ts";

export const COMPANY_SORTS = ["-lastSeenAt", "-visitors", "-score", "name"] as const;

/** What narrows a list of companies down. */
export const companyFilters = z.object({
  q: searchText.optional().meta({
    description:
      "Words that name, domain or industry contain; one or two letters begin a word, signs alone are left out",
  }),
  industry: exactText.optional().meta({ description: "Exact industry, in any case" }),
  country: z
    .string()
    .regex(/^[A-Za-z]{2}$/)
    .transform((code) => code.toUpperCase())
    .optional()
    .meta({ description: "Two-letter code of the address" }),
  minEmployees: z.coerce.number().int().min(0).max(100_000_000).optional(),
});

/** The URL of a list of companies: filters, sort and page. */
export const companyListParams = companyFilters.extend({
  sort: z.enum(COMPANY_SORTS).default("-lastSeenAt"),
  ...pagingParams,
});

/** The URL of the people seen from one company. */
export const companyVisitorsParams = z.object({
  sort: z.enum(["-lastSeenAt", "-score", "-pageviews", "name"]).default("-lastSeenAt"),
  ...pagingParams,
});

export type CompanyFilters = z.output<typeof companyFilters>;
export type CompanyListParams = z.output<typeof companyListParams>;
export type CompanyVisitorsParams = z.output<typeof companyVisitorsParams>;
