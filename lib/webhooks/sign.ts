import { type Derivation, prepareSecret, signatureBytes } from "./signature.ts";

export interface DeliveryToSign {
  id: string;
  timestampSeconds: number;
  body: Uint8Array | string;
  secret: string;
  /** How the sender reads the secret; `decoded` as Standard Webhooks says. */
  derivation?: Derivation;
}

/** The three headers under the names that they have on the wire. */
export type SignedHeaders = Record<
  "webhook-id" | "webhook-timestamp" | "webhook-signature",
  string
>;

/**
 * Signs a delivery as a sender does: for the simulator, the admin's test event and tests. Throws
 * FoyerError when the secret is malformed.
 */
export function signDelivery(delivery: DeliveryToSign): SignedHeaders {
  const { id, timestampSeconds, body, secret, derivation = "decoded" } = delivery;
  const timestamp = String(timestampSeconds);
  const bytes = typeof body === "string" ? Buffer.from(body, "utf8") : body;
  const key = prepareSecret({ id: "signer", secret }).keys[derivation];
  const signature = signatureBytes(key, id, timestamp, bytes).toString("base64");
  return {
    "webhook-id": id,
    "webhook-timestamp": timestamp,
    "webhook-signature": `v1,${signature}`,
  };
}
