import { z } from "zod";

/**
 * The contract of the five events as the simulator must meet it: strict objects, exact nullability.
 * Written apart from the schemas that ingestion uses, so that neither side can drift with the other.
 */
const text = z.string().nullable();
const optional = z.string().nullish();
const at = z.int().min(1_500_000_000_000);
const month = z.string().regex(/^\d{4}-\d{2}$/);
const iso = z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
const ulid = z.string().regex(/^[0-9A-HJKMNP-TV-Z]{26}$/);
const figure = z.number().nullish();
const texts = z.array(z.string()).nullish();
const strict = z.strictObject;

const attribution = strict({
  type: z.literal("website"),
  pixelId: z.string(),
  sessionId: ulid,
  vid: ulid,
  prid: z.enum(["jNNdd", "OMzN4"]),
});

const latitude = z
  .string()
  .regex(/^-?\d+\.\d{4}$/)
  .nullable();
const network = strict({
  ip: text,
  country: text,
  city: text,
  region: text,
  regionCode: text,
  postalCode: text,
  latitude,
  longitude: latitude,
  continent: text,
  asn: strict({ code: z.int(), name: z.string() }),
  colo: text,
  metroCode: text,
  isEU: z.boolean(),
  botManagement: strict({
    score: z.int().min(1).max(99),
    verifiedBot: z.boolean(),
    corporateProxy: z.boolean(),
    verifiedBotCategory: text,
  }),
});

const running = {
  pid: z.string().startsWith("mdb_pxl_"),
  vid: ulid,
  sid: ulid,
  tenant: text,
  createdAt: at,
  utm: strict({ source: text, medium: text, campaign: text, term: text, content: text }),
  referrer: z.url().nullable(),
  landingPage: z.url(),
  landingTitle: text,
  gclid: text,
  fbclid: text,
  userAgent: z.string().startsWith("Mozilla/5.0"),
  screen: strict({ width: z.int(), height: z.int() }),
  timezone: z.string().includes("/"),
  network,
  options: z.record(z.string(), z.unknown()),
};
const session = strict({ ...running, endedAt: z.null() }).nullable();
const over = strict({
  ...running,
  endedAt: at,
  lastActivity: at,
  events: z.array(
    strict({
      signal: z.string(),
      url: z.url(),
      ts: at,
      v: z.literal("1"),
      title: text,
      ref: z.url().nullable(),
      outlink: z.url().nullable(),
      props: z.record(z.string(), z.unknown()).nullable(),
    }),
  ),
  enrichments: z.array(strict({ enrichedAt: at, enrichmentData: z.string().startsWith("enr_") })),
});

const identity = strict({
  emails: z.array(strict({ value: z.email(), type: z.enum(["personal", "professional"]) })),
  phones: z.array(z.string()),
  linkedinUrl: z
    .string()
    .regex(/^(https:\/\/)?linkedin\.com\/in\/[a-z0-9-]+$/)
    .nullable(),
  demographics: strict({
    firstName: text,
    lastName: text,
    isHomeowner: z.boolean().nullable(),
    hasChildren: z.boolean().nullable(),
    isMarried: z.boolean().nullable(),
  }),
  location: strict({ city: text, state: text, country: text }),
  professional: strict({ jobTitle: text, companyName: text }),
});

const validation = strict({
  email: z.email(),
  validity: z.enum(["valid", "invalid", "catch_all", "valid_catch_all"]).nullable(),
  provider: z.string(),
  error: strict({ code: z.string(), message: z.string() }).nullable(),
});

const known = {
  name: z.string(),
  linkedinId: optional,
  linkedinUrl: optional,
  logoUrl: optional,
  domain: optional,
  website: optional,
  address: strict({
    ...{ locality: text, region: text, postalCode: text, country: text, countryCode: text },
  }).optional(),
  description: optional,
  industry: optional,
  employeeCount: z.int().nullish(),
  foundedYear: z.int().nullish(),
};
const growth = { momGrowthPercent: figure, qoqGrowthPercent: figure };
const full = strict({
  ...known,
  ...{ _type: z.literal("full"), enrichedAt: iso, provider: z.enum(["xK9mP", "qR7nL"]) },
  specialties: texts,
  estimatedRevenue: strict({ min: z.int(), max: z.int(), currency: z.string() }).optional(),
  headcount: strict({
    total: z.int(),
    growth: strict({ mom: figure, qoq: figure, yoy: figure }),
  }).optional(),
  taxonomy: strict({ linkedinIndustry: optional, linkedinSpecialties: texts }).optional(),
  webTraffic: strict({
    monthlyVisitors: z.int(),
    ...growth,
    trafficSources: strict({
      ...{ socialPercent: figure, searchPercent: figure, directPercent: figure },
      ...{ paidReferralPercent: figure, referralPercent: figure },
    }),
  }).optional(),
  linkedinFollowers: strict({ count: z.int(), ...growth, yoyGrowthPercent: figure }).optional(),
  funding: strict({
    ...{ totalRaisedUsd: figure, lastRoundType: optional, lastRoundAmountUsd: figure },
    ...{ daysSinceLastRound: figure, investors: texts },
  }).nullable(),
  seo: strict({
    ...{ monthlyOrganicClicks: figure, monthlyPaidClicks: figure, monthlyOrganicValue: figure },
    ...{ monthlyAdsSpend: figure, averageOrganicRank: figure, averageAdRank: figure },
    totalOrganicKeywords: figure,
  }).optional(),
});
const basic = strict({ ...known, _type: z.literal("basic") });

const job = { title: z.string(), description: text, location: text, startDate: month };
const person = strict({
  ...{ linkedinUrl: z.string().startsWith("https://linkedin.com/in/"), enrichedAt: iso },
  provider: z.enum(["xK9mP", "qR7nL"]),
  ...{ firstName: optional, lastName: optional, fullName: optional, linkedinId: optional },
  ...{ headline: optional, summary: optional, profilePictureUrl: optional, email: optional },
  location: strict({
    ...{ locality: text, region: text, postalCode: text, country: text, countryCode: text },
    raw: text,
  }).optional(),
  connections: z.int().optional(),
  ...{ skills: texts, languages: texts },
  employments: z.array(strict({ ...job, endDate: z.null(), company: full })).nullish(),
  experience: z.array(strict({ ...job, endDate: month, company: basic })).optional(),
  education: z
    .array(
      strict({
        ...{ instituteName: z.string(), instituteLinkedinId: text, instituteLogoUrl: text },
        ...{ degree: text, fieldOfStudy: text, startDate: month, endDate: month.nullable() },
      }),
    )
    .optional(),
});
const enrichment = strict({
  person,
  companies: z.array(full),
  emailValidations: z.array(validation).nullable(),
}).nullable();

const query = strict({
  ...{ type: z.literal("person"), match: z.literal("linkedinUrl"), value: z.string() },
});

function event<T extends string, D extends z.ZodType>(type: T, data: D) {
  const id = z.string().regex(/^evt_[0-9A-HJKMNP-TV-Z]{26}$/);
  return strict({ id, type: z.literal(type), created: at, data });
}

export const payloadContract = z.discriminatedUnion("type", [
  event("identity.resolved", strict({ attribution, identity, session })),
  event("identity.qualified", strict({ attribution, identity, session })),
  event(
    "identity.enriched",
    strict({ attribution, query, companiesEnriched: z.int(), enrichment, session }),
  ),
  event(
    "identity.validated",
    strict({ attribution, validations: z.array(validation).length(1), session }),
  ),
  event(
    "identity.session.finalized",
    strict({ session: over, enrichment, sessionEndedAt: at, eventCount: z.int(), finalizedAt: at }),
  ),
]);
