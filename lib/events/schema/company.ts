import { z } from "zod";
import { maybeNumber, maybeText, maybeTexts, openWord } from "./scalar.ts";

const growth = z.object({ mom: maybeNumber, qoq: maybeNumber, yoy: maybeNumber });

const trafficSources = z.object({
  socialPercent: maybeNumber,
  searchPercent: maybeNumber,
  directPercent: maybeNumber,
  paidReferralPercent: maybeNumber,
  referralPercent: maybeNumber,
});

const figures = {
  estimatedRevenue: z.object({ min: maybeNumber, max: maybeNumber, currency: maybeText }).nullish(),
  headcount: z.object({ total: maybeNumber, growth: growth.nullish() }).nullish(),
  taxonomy: z.object({ linkedinIndustry: maybeText, linkedinSpecialties: maybeTexts }).nullish(),
  webTraffic: z
    .object({
      monthlyVisitors: maybeNumber,
      momGrowthPercent: maybeNumber,
      qoqGrowthPercent: maybeNumber,
      trafficSources: trafficSources.nullish(),
    })
    .nullish(),
  linkedinFollowers: z
    .object({
      count: maybeNumber,
      momGrowthPercent: maybeNumber,
      qoqGrowthPercent: maybeNumber,
      yoyGrowthPercent: maybeNumber,
    })
    .nullish(),
  funding: z
    .object({
      totalRaisedUsd: maybeNumber,
      lastRoundType: maybeText,
      lastRoundAmountUsd: maybeNumber,
      daysSinceLastRound: maybeNumber,
      // Only ever shown empty, so what it holds is not known.
      investors: z.array(z.unknown()).nullish(),
    })
    .nullish(),
  seo: z
    .object({
      monthlyOrganicClicks: maybeNumber,
      monthlyPaidClicks: maybeNumber,
      monthlyOrganicValue: maybeNumber,
      monthlyAdsSpend: maybeNumber,
      averageOrganicRank: maybeNumber,
      averageAdRank: maybeNumber,
      totalOrganicKeywords: maybeNumber,
    })
    .nullish(),
};

/** A company; `full` ones say when and by whom they were enriched, `basic` ones need only a name. */
export const company = z
  .object({
    _type: openWord("full", "basic").nullish(),
    name: z.string(),
    enrichedAt: maybeText,
    provider: maybeText,
    linkedinId: maybeText,
    linkedinUrl: maybeText,
    logoUrl: maybeText,
    domain: maybeText,
    website: maybeText,
    address: z
      .object({
        locality: maybeText,
        region: maybeText,
        postalCode: maybeText,
        country: maybeText,
        countryCode: maybeText,
      })
      .nullish(),
    description: maybeText,
    industry: maybeText,
    employeeCount: maybeNumber,
    foundedYear: maybeNumber,
    specialties: maybeTexts,
    ...figures,
  })
  .superRefine((value, context) => {
    if (value._type !== "full") return;
    for (const field of ["enrichedAt", "provider"] as const) {
      if (value[field] != null) continue;
      context.addIssue({ code: "custom", path: [field], message: "required in a full company" });
    }
  });

export type CompanyData = z.output<typeof company>;
