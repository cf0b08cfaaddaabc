import { isEventType } from "#lib/events/registry.ts";
import type { VerifiedDelivery } from "#lib/inbox/ledger.ts";
import { isJsonObject, type Json } from "#lib/json.ts";
import { blankValues } from "#lib/privacy/blank-values.ts";
import { type Gate, isGated, listHeld } from "#lib/privacy/gate.ts";
import { GATE_FIELDS } from "#lib/privacy/gate-fields.ts";

type Stored = Pick<VerifiedDelivery, "body"> & Partial<VerifiedDelivery>;

const NOTHING = new Uint8Array(0);
const UTF8 = new TextDecoder("utf-8", { ignoreBOM: true });

/**
 * What of a delivery may be stored. The usual one as it was signed, byte for byte; one that is kept out
 * without its body; one with fields that are to be left out with null in their places, so that its
 * signature can no longer be verified.
 */
export function applyGate(gate: Gate, body: Uint8Array, payload: Json): Stored {
  const bytes = body.byteLength;
  if (isGated(gate, payload)) {
    const given = isJsonObject(payload) ? payload.type : null;
    const type = typeof given === "string" && isEventType(given) ? given : null;
    return { body: NOTHING, bytes, state: "ignored", reason: "gated", type };
  }
  const removed = listHeld(gate.dropFields, payload);
  if (removed.length === 0) return { body };
  const paths = new Set<string>(removed.map((field) => GATE_FIELDS[field].path));
  const text = blankValues(UTF8.decode(body), paths);
  return { body: new TextEncoder().encode(text), bytes, removed };
}
