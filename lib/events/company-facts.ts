import { companyKey } from "#lib/companies/company-key.ts";
import { type Facts, factsOf, mergeFacts, SOURCE_RANK } from "#lib/facts.ts";
import type { Contribution } from "./contribution.ts";
import { type EventOrigin, factOrigin } from "./event-origin.ts";
import type { CompanyData } from "./schema/company.ts";
import type { EnrichmentData } from "./schema/person.ts";

/**
 * Every company that an enrichment names: its list, then the companies of the employments, then of the
 * experience. One named twice is one, field by field: a full description over a basic one, then the
 * first mention. The body fixes that order, so the result is a function of the body.
 */
export function companiesOf(
  enrichment: EnrichmentData | null | undefined,
  origin: EventOrigin,
): Contribution["companies"] {
  const person = enrichment?.person;
  const mentions = [
    ...(enrichment?.companies ?? []),
    ...(person?.employments ?? []).map(({ company }) => company),
    ...(person?.experience ?? []).map(({ company }) => company),
  ];
  const byKey = new Map<string, Facts>();
  for (const company of mentions) {
    const key = companyKey(company);
    // A blank name and nothing else names no company.
    if (key) byKey.set(key, mergeFacts(byKey.get(key) ?? {}, companyFacts(company, origin)));
  }
  return [...byKey].map(([key, facts]) => ({ key, facts }));
}

/** The leaves of one company. A basic description ranks like an identity block: below a full one. */
function companyFacts(company: CompanyData, origin: EventOrigin): Facts {
  const { _type, provider, ...fields } = company;
  const from = factOrigin(origin, "enrichment", provider ?? null);
  return factsOf(fields, _type === "full" ? from : { ...from, rank: SOURCE_RANK.identity });
}
