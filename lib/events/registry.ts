import type { EventType } from "./contribution.ts";
import type { EventDefinition } from "./define-event.ts";
import { enriched } from "./enriched.ts";
import { qualified } from "./qualified.ts";
import { resolved } from "./resolved.ts";
import { sessionFinalized } from "./session-finalized.ts";
import { validated } from "./validated.ts";

/** Every event type that Foyer understands: a new one is a file of its own and a line here. */
export const EVENTS = {
  "identity.resolved": resolved,
  "identity.qualified": qualified,
  "identity.enriched": enriched,
  "identity.validated": validated,
  "identity.session.finalized": sessionFinalized,
} as const satisfies Record<EventType, EventDefinition>;

/** The names of all known event types, in the order of the pipeline. */
export const EVENT_TYPES = Object.keys(EVENTS).filter(isEventType);

/** True for a known type; own keys only, so that "constructor" is none. */
export function isEventType(type: string): type is EventType {
  return Object.hasOwn(EVENTS, type);
}
