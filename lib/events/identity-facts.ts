import { type Facts, factsOf } from "#lib/facts.ts";
import { canonicalLinkedin } from "#lib/identity/linkedin.ts";
import { countryFields } from "./country.ts";
import { type EventOrigin, factOrigin } from "./event-origin.ts";
import type { IdentityData } from "./schema/identity.ts";

/** The canonical LinkedIn URL of an identity block. */
export function linkedinOf(identity: IdentityData): string | null {
  return canonicalLinkedin(identity.linkedinUrl);
}

/**
 * What an identity block says about the visitor. Home ownership, children and marriage are not stored
 * by default (lib/privacy/gate.ts), and where they are, no page needs them: nothing repeats them.
 */
export function identityFacts(identity: IdentityData, origin: EventOrigin): Facts {
  const { demographics, location, professional, phones } = identity;
  const fields = {
    firstName: demographics?.firstName,
    lastName: demographics?.lastName,
    // Kept beside what enrichment says, so that the two can be compared.
    statedName: [demographics?.firstName, demographics?.lastName].filter(Boolean).join(" "),
    jobTitle: professional?.jobTitle,
    companyName: professional?.companyName,
    linkedinUrl: linkedinOf(identity),
    phones,
    location: {
      city: location?.city,
      region: location?.state,
      ...countryFields(location?.country),
    },
  };
  return factsOf(fields, factOrigin(origin, "identity"));
}
