import { type Facts, factsOf, isAbsent } from "#lib/facts.ts";
import type { Json } from "#lib/json.ts";
import type { Contribution } from "./contribution.ts";
import { countryFields } from "./country.ts";
import { type EventOrigin, factOrigin } from "./event-origin.ts";
import type { Attribution } from "./schema/envelope.ts";
import type { SessionData } from "./schema/session.ts";

type Maybe<T> = T | null | undefined;

/** Session and device of an event: of its session where it carries one, else of its attribution. */
export function placeOf(
  session: Maybe<SessionData>,
  attribution: Maybe<Attribution>,
): { sid: string | null; vid: string | null } {
  return {
    sid: session?.sid ?? attribution?.sessionId ?? null,
    vid: session?.vid ?? attribution?.vid ?? null,
  };
}

/** What the browser gives away about its person: a rough place and a time zone, the weakest source. */
export function sessionVisitorFacts(session: Maybe<SessionData>, origin: EventOrigin): Facts {
  if (!session) return {};
  const { network, timezone } = session;
  const location = {
    city: network?.city,
    region: network?.region,
    ...countryFields(network?.country),
  };
  return factsOf({ location, timezone }, factOrigin(origin, "session"));
}

/** The session's own facts: dotted leaves as received, `options` and other maps as one value each. */
export function sessionOf(
  session: Maybe<SessionData>,
  origin: EventOrigin,
): Contribution["session"] {
  if (!session) return null;
  const { options, ...leaves } = session;
  return { sid: session.sid, facts: sessionFacts(leaves, { options }, origin), signals: null };
}

/** Dotted leaves of `leaves`, and each entry of `whole` as one value. */
export function sessionFacts(
  leaves: Record<string, unknown>,
  whole: Record<string, unknown>,
  origin: EventOrigin,
): Facts {
  const from = factOrigin(origin, "session");
  const facts = factsOf(leaves, from);
  for (const [field, value] of Object.entries(whole)) {
    if (!isAbsent(value)) facts[field] = { value: asJson(value), origin: from };
  }
  return facts;
}

/** Free maps are typed unknown, but they come out of a parsed JSON payload. */
function asJson(value: unknown): Json {
  return value as Json;
}
