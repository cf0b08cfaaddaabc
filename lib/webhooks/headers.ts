/** The three headers of a delivery as received; null where one is missing. */
export interface WebhookHeaders {
  webhookId: string | null;
  timestamp: string | null;
  signature: string | null;
}

/** Reads one header by its lower-case name: Node's `headers[name]` or a web `Headers.get(name)`. */
export type HeaderReader = (name: string) => string | string[] | null | undefined;

/**
 * Picks the three Standard Webhooks headers. A header sent twice is joined with ", ", as Node and
 * `Headers` do by themselves: no such value fits the grammar that `verifyDelivery` holds them to, so
 * a duplicate is refused as malformed whichever way it was read.
 */
export function readWebhookHeaders(get: HeaderReader): WebhookHeaders {
  const read = (name: string): string | null => {
    const value = get(name) ?? null;
    if (!Array.isArray(value)) return value;
    return value.length > 0 ? value.join(", ") : null;
  };
  return {
    webhookId: read("webhook-id"),
    timestamp: read("webhook-timestamp"),
    signature: read("webhook-signature"),
  };
}
