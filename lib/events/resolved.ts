import { z } from "zod";
import { defineEvent } from "./define-event.ts";
import { identityParts } from "./identity-parts.ts";
import { attribution } from "./schema/envelope.ts";
import { identity } from "./schema/identity.ts";
import { session } from "./schema/session.ts";

/** A visitor was recognised. */
export const resolved = defineEvent({
  type: "identity.resolved",
  data: z.object({ attribution, identity, session: session.nullish() }),
  contribute: (data, origin) => identityParts(data, origin, 1),
});
