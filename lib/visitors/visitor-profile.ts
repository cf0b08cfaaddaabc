import { z } from "zod";
import { instant, namedRef } from "#lib/columns.ts";
import { visitorScore } from "#lib/scoring/explain-score.ts";
import { visitorConfidence } from "#lib/visitors/confidence.ts";
import { VISITOR_STAGES } from "#lib/visitors/search-params.ts";
import { tagRef, visitorCompany } from "#lib/visitors/visitor-row.ts";

const text = z.string().nullable();

/** An e-mail of a visitor with its latest validation. */
export const visitorEmail = z.object({
  value: z.string(),
  type: text,
  validity: text,
  provider: text,
  validatedAt: instant.nullable(),
  error: z.object({ code: text, message: text }).nullable(),
});

/** A session seen as a marketing contact. */
export const visitorTouch = z
  .object({
    sessionId: z.string(),
    at: instant,
    channel: z.string(),
    source: text,
    medium: text,
    campaign: text,
    term: text,
    content: text,
    referrer: text,
    landingPage: z.string(),
    gclid: text,
    fbclid: text,
  })
  .meta({ id: "Touch" });

/** A position held now or before; months are `YYYY-MM`. */
export const visitorPosition = z.object({
  title: z.string(),
  company: z.object({ id: text, name: z.string(), domain: text, linkedinUrl: text, logoUrl: text }),
  location: text,
  description: text,
  startDate: text,
  endDate: text,
  isCurrent: z.boolean(),
});

const missing = text.catch(null);

/** A school; fields are as the sender gave them. */
export const visitorEducation = z.object({
  instituteName: missing,
  instituteLinkedinId: missing,
  instituteLogoUrl: missing,
  degree: missing,
  fieldOfStudy: missing,
  startDate: missing,
  endDate: missing,
});

const location = z.object({
  city: text,
  region: text,
  postalCode: text,
  country: text,
  countryCode: text,
  raw: text,
});

/** Everything that is known of one visitor. */
export const visitorProfile = z
  .object({
    id: z.string(),
    fullName: text,
    firstName: text,
    lastName: text,
    headline: text,
    summary: text,
    jobTitle: text,
    linkedinUrl: text,
    linkedinId: text,
    enrichedAt: text,
    profilePictureUrl: text,
    connections: z.number().nullable(),
    timezone: text,
    location,
    company: visitorCompany.nullable(),
    emails: z.array(visitorEmail),
    phones: z.array(z.string()),
    stage: z.enum(VISITOR_STAGES),
    score: visitorScore,
    confidence: visitorConfidence,
    firstSeenAt: instant,
    lastSeenAt: instant,
    sessions: z.int(),
    pageviews: z.int(),
    engagedMs: z.int(),
    firstTouch: visitorTouch.nullable(),
    lastTouch: visitorTouch.nullable(),
    owner: namedRef.nullable(),
    status: z.string(),
    tags: z.array(tagRef),
    employments: z.array(visitorPosition),
    experience: z.array(visitorPosition),
    education: z.array(visitorEducation),
    skills: z.array(z.string()),
    languages: z.array(z.string()),
    provenance: z.record(
      z.string(),
      z.object({ eventId: z.string(), type: z.string(), provider: text, at: instant }),
    ),
  })
  .meta({ id: "Visitor" });

export type VisitorProfile = z.output<typeof visitorProfile>;
export type VisitorEmail = z.output<typeof visitorEmail>;
export type VisitorTouch = z.output<typeof visitorTouch>;
export type VisitorPosition = z.output<typeof visitorPosition>;
