import { z } from "zod";
import { type Facts, factsOf, mergeFacts } from "#lib/facts.ts";
import { canonicalLinkedin } from "#lib/identity/linkedin.ts";
import { defineEvent } from "./define-event.ts";
import { enrichmentParts } from "./enrichment-parts.ts";
import { type EventOrigin, factOrigin } from "./event-origin.ts";
import { attribution } from "./schema/envelope.ts";
import { enrichment } from "./schema/person.ts";
import { openWord } from "./schema/scalar.ts";
import { session } from "./schema/session.ts";
import { placeOf, sessionOf, sessionVisitorFacts } from "./session-facts.ts";

const query = z.object({
  type: openWord("person"),
  match: openWord("linkedinUrl"),
  value: z.string(),
});

/**
 * The full profile. Where nothing was found (`person` null), what was asked for still names the visitor:
 * the query's LinkedIn URL is the identity then, at the rank of an identity block.
 */
export const enriched = defineEvent({
  type: "identity.enriched",
  data: z.object({
    attribution,
    query,
    companiesEnriched: z.number(),
    enrichment: enrichment.nullish(),
    session: session.nullish(),
  }),
  contribute(data, origin) {
    const asked = data.query.match === "linkedinUrl" ? canonicalLinkedin(data.query.value) : null;
    const { hasPerson, ...found } = enrichmentParts(data.enrichment, origin);
    const weaker = mergeFacts(sessionVisitorFacts(data.session, origin), askedFacts(asked, origin));
    return {
      ...found,
      ...placeOf(data.session, data.attribution),
      linkedin: found.linkedin ?? asked,
      hasIdentity: hasPerson || asked !== null,
      stage: 3,
      visitor: mergeFacts(weaker, found.visitor),
      session: sessionOf(data.session, origin),
    };
  },
});

function askedFacts(linkedinUrl: string | null, origin: EventOrigin): Facts {
  return factsOf({ linkedinUrl }, factOrigin(origin, "identity"));
}
