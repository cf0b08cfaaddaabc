import { z } from "zod";
import { dateOrInstant, exactText, pagingParams } from "#lib/list-params.ts";

export const DELIVERY_STATES = [
  "pending",
  "projected",
  "duplicate",
  "ignored",
  "quarantined",
  "failed",
  "dead",
] as const;

/** What narrows the ledger down. */
export const deliveryFilters = z.object({
  state: z.enum(DELIVERY_STATES).optional(),
  type: exactText.optional().meta({ description: "Event type" }),
  id: exactText
    .optional()
    .meta({ description: "Of the delivery, its event or its webhook message" }),
  endpoint: exactText.optional().meta({ description: "A webhook endpoint's id" }),
  from: dateOrInstant.optional().meta({ description: "Received at or after" }),
  to: dateOrInstant.optional().meta({ description: "Received at or before; a date: its day" }),
});

/** The URL of the ledger, newest first. */
export const deliveryListParams = deliveryFilters.extend({
  sort: z.enum(["-receivedAt"]).default("-receivedAt"),
  ...pagingParams,
});

export type DeliveryFilters = z.output<typeof deliveryFilters>;
export type DeliveryListParams = z.output<typeof deliveryListParams>;
