import { z } from "zod";
import { instant } from "#lib/columns.ts";
import { scoreColumn } from "#lib/scoring/score-sql.ts";

const text = z.string().nullable();

/** One company of a list. */
export const companyRow = z
  .object({
    id: z.string(),
    name: z.string(),
    domain: text,
    industry: text,
    employeeCount: z.int().nullable(),
    country: text,
    countryCode: text,
    linkedinUrl: text,
    logoUrl: text,
    visitors: z.int(),
    sessions: z.int(),
    pageviews: z.int(),
    lastSeenAt: instant.nullable(),
    score: scoreColumn,
  })
  .meta({ id: "CompanyRow" });

export type CompanyRow = z.output<typeof companyRow>;
