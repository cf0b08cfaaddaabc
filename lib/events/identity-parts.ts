import { mergeFacts } from "#lib/facts.ts";
import type { StageRank } from "./contribution.ts";
import { emailsOfIdentity } from "./emails.ts";
import type { ContributionParts, EventOrigin } from "./event-origin.ts";
import { identityFacts, linkedinOf } from "./identity-facts.ts";
import type { Attribution } from "./schema/envelope.ts";
import type { IdentityData } from "./schema/identity.ts";
import type { SessionData } from "./schema/session.ts";
import { placeOf, sessionOf, sessionVisitorFacts } from "./session-facts.ts";

interface IdentityEvent {
  attribution: Attribution;
  identity: IdentityData;
  session?: SessionData | null | undefined;
}

/** What `resolved` and `qualified` say; they differ only in the stage that they prove. */
export function identityParts(
  data: IdentityEvent,
  origin: EventOrigin,
  stage: StageRank,
): ContributionParts {
  const { attribution, identity, session } = data;
  return {
    ...placeOf(session, attribution),
    linkedin: linkedinOf(identity),
    emails: emailsOfIdentity(identity),
    hasIdentity: true,
    stage,
    visitor: mergeFacts(sessionVisitorFacts(session, origin), identityFacts(identity, origin)),
    session: sessionOf(session, origin),
    companies: [],
    validations: [],
  };
}
