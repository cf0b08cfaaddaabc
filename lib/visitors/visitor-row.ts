import { z } from "zod";
import { instant, namedRef, whole } from "#lib/columns.ts";
import { scoreColumn } from "#lib/scoring/score-sql.ts";
import { VISITOR_STAGES } from "#lib/visitors/search-params.ts";

/** A tag as it is shown on a visitor. */
export const tagRef = z.object({ id: z.string(), name: z.string(), color: z.string() });

/** The company of a visitor; `id` is null while nothing but its name is known. */
export const visitorCompany = z.object({
  id: z.string().nullable(),
  name: z.string().nullable(),
  domain: z.string().nullable(),
});

/** One visitor of a list. `channel` to `campaign` are those of the last session. */
export const visitorRow = z
  .object({
    id: z.string(),
    fullName: z.string().nullable(),
    jobTitle: z.string().nullable(),
    company: visitorCompany.nullable(),
    primaryEmail: z.string().nullable(),
    validity: z.string().nullable(),
    stage: z.enum(VISITOR_STAGES),
    score: scoreColumn,
    firstSeenAt: instant,
    lastSeenAt: instant,
    sessions: z.int(),
    pageviews: z.int(),
    engagedMs: whole,
    channel: z.string().nullable(),
    source: z.string().nullable(),
    medium: z.string().nullable(),
    campaign: z.string().nullable(),
    country: z.string().nullable(),
    countryCode: z.string().nullable(),
    city: z.string().nullable(),
    owner: namedRef.nullable(),
    status: z.string(),
    tags: z.array(tagRef),
    linkedinUrl: z.string().nullable(),
  })
  .meta({ id: "VisitorRow" });

export type VisitorRow = z.output<typeof visitorRow>;
