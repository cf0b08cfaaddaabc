import { isJsonObject, type Json } from "#lib/json.ts";
import { cleanJson } from "./clean-text.ts";
import type { Contribution } from "./contribution.ts";
import type { ShapeIssue } from "./define-event.ts";
import { findDrift } from "./drift.ts";
import { EVENTS, isEventType } from "./registry.ts";
import { opaqueId, timeOrIso } from "./schema/scalar.ts";

/** What could be read of an event that has no contribution, for the ledger's row. */
export interface Unread {
  ok: false;
  type: string | null;
  eventId: string | null;
  occurredAt: number | null;
}

/** What one payload came to. */
export type EventReading =
  | { ok: true; contribution: Contribution; drift: string[] }
  | (Unread & { reason: "unknown_type"; type: string })
  | (Unread & { reason: "invalid_shape"; issues: ShapeIssue[] });

/** Indexes of the ledger hold the type, so an absurd one is cut. */
const MAX_TYPE = 128;

/**
 * What a parsed payload says, by itself: the contribution and the fields or words that its schema does
 * not know; or why there is none. Pure; never throws for JSON of a depth that the door lets in. `hash`
 * is the body's, `webhookId` stands in for a missing event id.
 */
export function contributionOf(
  payload: Json,
  meta: { webhookId: string; hash: string },
): EventReading {
  const clean = cleanJson(payload);
  const unread = glance(clean, meta.webhookId);
  if (unread.type === null) {
    const path = isJsonObject(clean) ? "type" : "";
    const message = isJsonObject(clean) ? "expected a string" : "expected an object";
    return { ...unread, reason: "invalid_shape", issues: [{ path, message }] };
  }
  if (!isEventType(unread.type)) return { ...unread, type: unread.type, reason: "unknown_type" };
  const event = EVENTS[unread.type];
  const outcome = event.read(clean, meta);
  if (!outcome.ok) return { ...unread, reason: "invalid_shape", issues: outcome.issues };
  return { ...outcome, drift: findDrift(event.schema, clean) };
}

/** Type, id and time as far as each is usable, whatever the rest looks like. */
function glance(payload: Json, webhookId: string): Unread {
  const { id, type, created, timestamp } = isJsonObject(payload) ? payload : {};
  const eventId = id == null || id === "" ? webhookId : (opaqueId.safeParse(id).data ?? null);
  return {
    ok: false,
    type: typeof type === "string" ? cut(type) : null,
    eventId,
    occurredAt: timeOrIso.safeParse(created ?? timestamp).data ?? null,
  };
}

function cut(type: string): string {
  return type.slice(0, MAX_TYPE).replace(/\p{Surrogate}$/u, "");
}
