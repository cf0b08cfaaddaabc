import { z } from "zod";
import { defineEvent } from "./define-event.ts";
import { untypedEmails } from "./emails.ts";
import { attribution } from "./schema/envelope.ts";
import { session } from "./schema/session.ts";
import { validation } from "./schema/validation.ts";
import { placeOf, sessionOf, sessionVisitorFacts } from "./session-facts.ts";
import { validationResults } from "./validations.ts";

/** An e-mail was checked. It finds its visitor by that e-mail, but proves no identity by itself. */
export const validated = defineEvent({
  type: "identity.validated",
  data: z.object({ attribution, validations: z.array(validation), session: session.nullish() }),
  contribute: ({ attribution, validations, session }, origin) => ({
    ...placeOf(session, attribution),
    linkedin: null,
    emails: untypedEmails(validations.map(({ email }) => email)),
    hasIdentity: false,
    stage: 0,
    visitor: sessionVisitorFacts(session, origin),
    session: sessionOf(session, origin),
    companies: [],
    validations: validationResults(validations),
  }),
});
