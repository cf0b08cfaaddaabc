import { z } from "zod";
import { mergeFacts } from "#lib/facts.ts";
import type { Signal } from "./contribution.ts";
import { defineEvent } from "./define-event.ts";
import { enrichmentParts } from "./enrichment-parts.ts";
import { attribution } from "./schema/envelope.ts";
import { enrichment } from "./schema/person.ts";
import { time } from "./schema/scalar.ts";
import { finalizedSession, type SignalData } from "./schema/session.ts";
import { placeOf, sessionFacts, sessionVisitorFacts } from "./session-facts.ts";

/** The session is over: everything that happened in it, and the profile if there is one. */
export const sessionFinalized = defineEvent({
  type: "identity.session.finalized",
  data: z.object({
    attribution: attribution.nullish(),
    session: finalizedSession,
    enrichment: enrichment.nullish(),
    sessionEndedAt: time,
    eventCount: z.number(),
    finalizedAt: time,
  }),
  contribute(data, origin) {
    const { options, enrichments, events, ...leaves } = data.session;
    const { hasPerson, ...found } = enrichmentParts(data.enrichment, origin);
    const { sessionEndedAt, eventCount, finalizedAt } = data;
    const totals = { sessionEndedAt, eventCount, finalizedAt, events: events.length };
    return {
      ...found,
      ...placeOf(data.session, data.attribution),
      hasIdentity: hasPerson,
      stage: hasPerson ? 3 : 0,
      visitor: mergeFacts(sessionVisitorFacts(data.session, origin), found.visitor),
      session: {
        sid: data.session.sid,
        facts: sessionFacts({ ...leaves, ...totals }, { options, enrichments }, origin),
        signals: signalsOf(events),
      },
    };
  },
});

/** In time order; entries of one time keep the sender's order (the sort is stable). */
function signalsOf(events: readonly SignalData[]): Signal[] {
  return events
    .map((entry) => ({
      signal: entry.signal,
      at: entry.ts,
      url: entry.url,
      title: entry.title || null,
      referrer: entry.ref || null,
      outlink: entry.outlink || null,
      version: entry.v || null,
      props: entry.props ?? null,
    }))
    .sort((a, b) => a.at - b.at);
}
