import { companyKey } from "#lib/companies/company-key.ts";
import { type Facts, factsOf } from "#lib/facts.ts";
import { canonicalLinkedin } from "#lib/identity/linkedin.ts";
import { countryFields } from "./country.ts";
import { type EventOrigin, factOrigin } from "./event-origin.ts";
import type { CompanyData } from "./schema/company.ts";
import type { EnrichmentData, PositionData } from "./schema/person.ts";

type Maybe<T> = T | null | undefined;

/** What an enrichment says about the visitor. The person's e-mail is evidence, not a fact. */
export function enrichmentFacts(enrichment: Maybe<EnrichmentData>, origin: EventOrigin): Facts {
  const { person, companies } = enrichment ?? {};
  const location = person?.location;
  const fields = {
    firstName: person?.firstName,
    lastName: person?.lastName,
    fullName: person?.fullName,
    headline: person?.headline,
    summary: person?.summary,
    linkedinUrl: canonicalLinkedin(person?.linkedinUrl),
    linkedinId: person?.linkedinId,
    enrichedAt: person?.enrichedAt,
    profilePictureUrl: person?.profilePictureUrl,
    connections: person?.connections,
    skills: person?.skills,
    languages: person?.languages,
    location: {
      city: location?.locality,
      region: location?.region,
      postalCode: location?.postalCode,
      raw: location?.raw,
      ...countryFields(location?.country),
      ...countryFields(location?.countryCode),
    },
    employments: person?.employments?.map(position),
    experience: person?.experience?.map(position),
    education: person?.education,
    companies: companies?.map(companyName),
  };
  return factsOf(fields, factOrigin(origin, "enrichment", person?.provider ?? null));
}

function position({ title, description, location, startDate, endDate, company }: PositionData) {
  return {
    title,
    description: description ?? null,
    location: location ?? null,
    startDate: startDate ?? null,
    endDate: endDate ?? null,
    company: {
      ...companyName(company),
      linkedinUrl: company.linkedinUrl ?? null,
      logoUrl: company.logoUrl ?? null,
    },
  };
}

function companyName(company: CompanyData) {
  return { key: companyKey(company), name: company.name, domain: company.domain ?? null };
}
