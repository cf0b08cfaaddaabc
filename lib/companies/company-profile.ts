import { z } from "zod";
import { instant } from "#lib/columns.ts";
import { isJsonObject } from "#lib/json.ts";

// The door has checked the events; here a leaf of another kind is shown as absent, so that one odd
// value does not take a whole company away.
const text = z.string().nullable().catch(null);
const number = z.number().nullable().catch(null);
const texts = z.array(z.string()).catch([]);

/** A block of fields; a missing block is a block of absent fields. */
function block<S extends z.ZodRawShape>(shape: S) {
  return z.preprocess((value) => (isJsonObject(value) ? value : {}), z.object(shape));
}

/** What enrichment says of a company, in the sender's names; money in whole units as received. */
export const companyFields = z.object({
  website: text,
  linkedinId: text,
  address: block({
    locality: text,
    region: text,
    postalCode: text,
    country: text,
    countryCode: text,
    raw: text,
  }),
  description: text,
  foundedYear: number,
  specialties: texts,
  estimatedRevenue: block({ min: number, max: number, currency: text }),
  headcount: block({ total: number, growth: block({ mom: number, qoq: number, yoy: number }) }),
  taxonomy: block({ linkedinIndustry: text, linkedinSpecialties: texts }),
  webTraffic: block({
    monthlyVisitors: number,
    momGrowthPercent: number,
    qoqGrowthPercent: number,
    trafficSources: block({
      socialPercent: number,
      searchPercent: number,
      directPercent: number,
      paidReferralPercent: number,
      referralPercent: number,
    }),
  }),
  linkedinFollowers: block({
    count: number,
    momGrowthPercent: number,
    qoqGrowthPercent: number,
    yoyGrowthPercent: number,
  }),
  funding: block({
    totalRaisedUsd: number,
    lastRoundType: text,
    lastRoundAmountUsd: number,
    daysSinceLastRound: number,
    investors: z.array(z.unknown()).catch([]),
  }),
  seo: block({
    monthlyOrganicClicks: number,
    monthlyPaidClicks: number,
    monthlyOrganicValue: number,
    monthlyAdsSpend: number,
    averageOrganicRank: number,
    averageAdRank: number,
    totalOrganicKeywords: number,
  }),
  enrichedAt: text,
});

/** Everything that is known of one company. */
export const companyProfile = companyFields
  .extend({
    id: z.string(),
    name: z.string(),
    domain: z.string().nullable(),
    industry: z.string().nullable(),
    employeeCount: z.int().nullable(),
    linkedinUrl: z.string().nullable(),
    logoUrl: z.string().nullable(),
    visitors: z.int(),
    sessions: z.int(),
    pageviews: z.int(),
    lastSeenAt: instant.nullable(),
    score: z.int(),
    provenance: z.record(
      z.string(),
      z.object({
        eventId: z.string(),
        type: z.string(),
        provider: z.string().nullable(),
        at: instant,
      }),
    ),
  })
  .meta({ id: "Company" });

export type CompanyProfile = z.output<typeof companyProfile>;
