import { z } from "zod";
import { company } from "./company.ts";
import { maybeNumber, maybeText, maybeTexts } from "./scalar.ts";
import { validation } from "./validation.ts";

const position = z.object({
  title: z.string(),
  company,
  description: maybeText,
  location: maybeText,
  startDate: maybeText,
  endDate: maybeText,
});

const education = z.object({
  instituteName: z.string(),
  instituteLinkedinId: maybeText,
  instituteLogoUrl: maybeText,
  degree: maybeText,
  fieldOfStudy: maybeText,
  startDate: maybeText,
  endDate: maybeText,
});

/** The enriched profile of one human. */
export const person = z.object({
  linkedinUrl: z.string(),
  enrichedAt: z.string(),
  provider: z.string(),
  firstName: maybeText,
  lastName: maybeText,
  fullName: maybeText,
  linkedinId: maybeText,
  headline: maybeText,
  summary: maybeText,
  profilePictureUrl: maybeText,
  email: maybeText,
  location: z
    .object({
      locality: maybeText,
      region: maybeText,
      postalCode: maybeText,
      country: maybeText,
      countryCode: maybeText,
      raw: maybeText,
    })
    .nullish(),
  connections: maybeNumber,
  skills: maybeTexts,
  languages: maybeTexts,
  employments: z.array(position).nullish(),
  experience: z.array(position).nullish(),
  education: z.array(education).nullish(),
});

/** What `enriched` and `finalized` add: the person, the companies and the checked e-mails. */
export const enrichment = z.object({
  person: person.nullish(),
  companies: z.array(company).nullish(),
  emailValidations: z.array(validation).nullish(),
});

export type PositionData = z.output<typeof position>;
export type PersonData = z.output<typeof person>;
export type EnrichmentData = z.output<typeof enrichment>;
