import type { Place } from "./places.ts";
import type { Random } from "./random.ts";

interface Brief {
  random: Random;
  name: string;
  slug: string;
  domain: string;
  industry: string;
  place: Place;
  employees: number;
}

const SPECIALTIES = [
  "Operations",
  "Automation",
  "Analytics",
  "Customer Experience",
  "Compliance",
  "Supply Chain",
  "Consulting",
  "Design",
  "Sustainability",
  "Cloud",
  "Training",
  "Research",
  "Field Service",
  "Payments",
];
const ROUNDS = ["Pre-Seed", "Seed", "Series A", "Series B", "Series C", "Series D"];
const INVESTORS = [
  "Fernbank Ventures",
  "Tern & Co",
  "Halyard Growth",
  "Sixth Orchard",
  "Morrow Seed",
];

const one = (value: number) => Math.round(value * 10) / 10;

function trafficOf(random: Random, visitors: number) {
  const parts = [14, 40, 30, 6, 10].map((share) => random.around(share, 0.5));
  const total = parts.reduce((sum, part) => sum + part, 0);
  const [social, search, direct, paid] = parts.map((part) => one((part * 100) / total));
  const known = (social ?? 0) + (search ?? 0) + (direct ?? 0) + (paid ?? 0);
  return {
    monthlyVisitors: visitors,
    momGrowthPercent: one(random.normal() * 6 + 1),
    qoqGrowthPercent: random.chance(0.1) ? null : one(random.normal() * 14 + 3),
    trafficSources: {
      socialPercent: social ?? null,
      searchPercent: search ?? null,
      directPercent: direct ?? null,
      paidReferralPercent: paid ?? null,
      referralPercent: one(100 - known),
    },
  };
}

function fundingOf(random: Random, employees: number) {
  const step = Math.min(5, Math.max(0, Math.round(Math.log2(employees / 12) + random.normal())));
  const last = Math.round(random.around(900_000 * 2.6 ** step, 0.4) / 100_000) * 100_000;
  return {
    totalRaisedUsd: Math.round((last * random.between(1, 1.9)) / 100_000) * 100_000,
    lastRoundType: ROUNDS[step] ?? "Seed",
    lastRoundAmountUsd: last,
    daysSinceLastRound: random.int(20, 1400),
    investors: random.some(INVESTORS, random.int(0, 3)),
  };
}

function seoOf(random: Random, visitors: number) {
  const clicks = Math.round(visitors * random.between(0.2, 0.6));
  const paid = Math.round(clicks * random.between(0, 0.2));
  return {
    monthlyOrganicClicks: clicks,
    monthlyPaidClicks: paid,
    monthlyOrganicValue: Math.round(clicks * random.between(1, 4)),
    monthlyAdsSpend: Math.round(paid * random.between(1.5, 5)),
    averageOrganicRank: one(random.around(22, 0.4)),
    averageAdRank: paid > 0 ? one(random.between(1, 5)) : null,
    totalOrganicKeywords: Math.round(clicks / random.between(4, 15)) + 5,
  };
}

function growthOf(random: Random, employees: number) {
  // Small companies grow and shrink faster than big ones.
  const yoy = random.normal() * (employees < 200 ? 30 : 8) + (employees < 200 ? 18 : 3);
  return {
    mom: one(yoy / 12 + random.normal()),
    qoq: random.chance(0.1) ? null : one(yoy / 4 + random.normal() * 2),
    yoy: one(Math.max(-45, yoy)),
  };
}

/**
 * The payload of a company (full and basic, without `enrichedAt` and `provider`). Figures follow its
 * size; each block is missing for some companies, nearly all of them for a few.
 */
export function figuresOf(brief: Brief) {
  const { random, name, slug, domain, industry, place, employees } = brief;
  const { city, region, postalCode, country, code } = place;
  const isBare = random.chance(0.05);
  const has = () => !isBare && random.chance(0.88);
  const specialties = random.some(SPECIALTIES, random.int(2, 5));
  const revenue = employees * random.around(160_000, 0.4);
  const visitors = Math.round(random.around(employees * 110 + 800, 0.9));
  const followers = Math.round(random.around(employees * 28 + 150, 0.6));
  const basic = {
    linkedinId: String(random.int(10_000_000, 99_999_999)),
    linkedinUrl: `https://linkedin.com/company/${slug}`,
    ...(random.chance(0.15) && { logoUrl: `https://pictures.example/company/${slug}.png` }),
    ...(!isBare && { domain, website: `https://www.${domain}` }),
    ...(has() && {
      address: { locality: city, region, postalCode, country, countryCode: code },
    }),
    ...(has() && { description: `${name} is a ${industry.toLowerCase()} company in ${city}.` }),
    industry,
    ...(!isBare && { employeeCount: employees, foundedYear: random.int(1948, 2023) }),
  };
  const full = {
    ...basic,
    specialties: isBare ? null : specialties,
    ...(has() && {
      estimatedRevenue: {
        min: Math.round(revenue / 1e5) * 1e5,
        max: Math.round((revenue * random.between(1.3, 2.5)) / 1e5) * 1e5,
        currency: "USD",
      },
    }),
    ...(has() && { headcount: { total: employees, growth: growthOf(random, employees) } }),
    ...(has() && {
      taxonomy: { linkedinIndustry: industry, linkedinSpecialties: specialties.slice(0, 3) },
    }),
    ...(has() && { webTraffic: trafficOf(random, visitors) }),
    ...(has() && {
      linkedinFollowers: {
        count: followers,
        momGrowthPercent: one(random.between(-1, 5)),
        qoqGrowthPercent: one(random.between(-2, 14)),
        yoyGrowthPercent: random.chance(0.2) ? null : one(random.between(-5, 60)),
      },
    }),
    funding: !isBare && employees < 900 && has() ? fundingOf(random, employees) : null,
    ...(has() && { seo: seoOf(random, visitors) }),
  };
  return { full, basic };
}
