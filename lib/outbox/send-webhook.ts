import { now } from "#lib/clock.ts";
import { isFoyerError } from "#lib/errors.ts";
import type { Destination } from "#lib/outbox/destination.ts";
import type { SendResult, SlackPayload, WebhookPayload } from "#lib/outbox/message.ts";
import { parseOutgoingUrl } from "#lib/outbox/outgoing-url.ts";
import { BlockedAddress, type Posted, postGuarded } from "#lib/outbox/post-guarded.ts";
import { signDelivery } from "#lib/webhooks/sign.ts";

/**
 * Posts a signed webhook (Standard Webhooks). `id` is the same at every attempt, so that the receiver
 * can tell a repetition.
 */
export async function sendWebhook(
  id: string,
  destination: Destination,
  payload: WebhookPayload,
): Promise<SendResult> {
  const body = JSON.stringify(payload);
  const timestampSeconds = Math.floor(now() / 1000);
  const headers = signDelivery({ id, timestampSeconds, body, secret: destination.secret });
  return post(destination.url, headers, body);
}

/** Posts a message to a Slack-compatible webhook. */
export async function sendSlack(
  destination: Destination,
  payload: SlackPayload,
): Promise<SendResult> {
  return post(destination.url, {}, JSON.stringify(payload));
}

async function post(
  url: string,
  headers: Readonly<Record<string, string>>,
  body: string,
): Promise<SendResult> {
  try {
    return resultOf(await postGuarded(parseOutgoingUrl(url), headers, body));
  } catch (error) {
    const isFinal = error instanceof BlockedAddress || isFoyerError(error);
    return { ok: false, status: null, reason: reasonOf(error), isFinal };
  }
}

function resultOf({ status, excerpt, retryAfterSeconds }: Posted): SendResult {
  if (status >= 200 && status < 300) return { ok: true, status };
  if (status >= 300 && status < 400) {
    const reason = `The server answered ${status}, a redirect. Enter the address that it leads to.`;
    return { ok: false, status, reason, isFinal: true };
  }
  const said = printable(excerpt);
  const reason = `The server answered ${status}${said ? `: ${said}` : "."}`;
  // 410 is how a receiver says that it wants no more of this.
  return { ok: false, status, reason, isFinal: status === 410, retryAfterSeconds };
}

function printable(text: string): string {
  const words = text.replace(/[^\p{L}\p{N}\p{P}\p{S}]+/gu, " ").trim();
  return words.length > 160 ? `${words.slice(0, 160)}…` : words;
}

const WORDS: Readonly<Record<string, string>> = {
  ENOTFOUND: "There is no server of this name.",
  EAI_AGAIN: "The server’s name could not be looked up.",
  ECONNREFUSED: "The server refused the connection.",
  ECONNRESET: "The server broke the connection off.",
  EPROTO: "The server does not speak TLS here.",
  DEPTH_ZERO_SELF_SIGNED_CERT: "The server’s certificate is not trusted.",
  SELF_SIGNED_CERT_IN_CHAIN: "The server’s certificate is not trusted.",
  CERT_HAS_EXPIRED: "The server’s certificate has expired.",
  ERR_TLS_CERT_ALTNAME_INVALID: "The server’s certificate is for another name.",
};

function reasonOf(error: unknown): string {
  if (isFoyerError(error)) return error.message;
  if (error instanceof BlockedAddress) {
    return "The URL leads into a private network, where Foyer sends nothing.";
  }
  if (!(error instanceof Error)) return String(error);
  if (["AbortError", "TimeoutError"].includes(error.name)) {
    return "The server did not answer within 8 seconds.";
  }
  const code = "code" in error ? String(error.code) : "";
  return WORDS[code] ?? `The connection failed: ${error.message.slice(0, 160)}`;
}
