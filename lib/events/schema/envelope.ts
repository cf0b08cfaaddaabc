import { z } from "zod";
import { opaqueId, openWord, timeOrIso } from "./scalar.ts";

/**
 * What every event is wrapped in. `id` may be missing (the webhook-id stands in) and one SDK calls
 * `created` `timestamp`. Here as in every schema of this folder an unknown field is let through: it stays
 * in the ledger, is reported as drift, and never reaches the projection.
 */
export const envelope = z.object({
  id: z.string().max(256).nullish(),
  type: z.string(),
  created: timeOrIso.nullish(),
  timestamp: timeOrIso.nullish(),
});

/** Which site, session and device an event belongs to. */
export const attribution = z.object({
  type: openWord("website"),
  pixelId: z.string(),
  sessionId: opaqueId,
  vid: opaqueId,
  prid: z.string(),
});

export type Attribution = z.output<typeof attribution>;
