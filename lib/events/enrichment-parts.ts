import { canonicalLinkedin } from "#lib/identity/linkedin.ts";
import { companiesOf } from "./company-facts.ts";
import { untypedEmails } from "./emails.ts";
import type { EventOrigin } from "./event-origin.ts";
import { enrichmentFacts } from "./person-facts.ts";
import type { EnrichmentData } from "./schema/person.ts";
import { validationResults } from "./validations.ts";

/** What the enrichment block says, in `enriched` and `finalized` alike. */
export function enrichmentParts(
  enrichment: EnrichmentData | null | undefined,
  origin: EventOrigin,
) {
  const person = enrichment?.person;
  const checked = enrichment?.emailValidations ?? [];
  return {
    hasPerson: person != null,
    linkedin: canonicalLinkedin(person?.linkedinUrl),
    emails: untypedEmails([person?.email, ...checked.map(({ email }) => email)]),
    visitor: enrichmentFacts(enrichment, origin),
    companies: companiesOf(enrichment, origin),
    validations: validationResults(checked),
  };
}
