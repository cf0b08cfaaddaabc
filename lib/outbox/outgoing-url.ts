import { isIP } from "node:net";
import { env } from "#lib/env.ts";
import { FoyerError } from "#lib/errors.ts";
import { isLoopback, isPublicAddress } from "#lib/outbox/public-address.ts";

const MAX_URL = 1_000;

/** True when messages may be sent to an address: a public one, or this machine where that is allowed. */
export function isAllowedAddress(address: string): boolean {
  return isPublicAddress(address) || (env().ALLOW_LOOPBACK_WEBHOOKS && isLoopback(address));
}

/** The host of a URL as an address or name to look up: without the brackets of IPv6. */
export function hostOf(url: URL): string {
  return url.hostname.replace(/^\[|\]$/g, "");
}

/**
 * A URL to which messages may be posted, checked as far as that is possible without looking its name
 * up. Throws `invalid_request` that says what is wrong with it, for its field.
 */
export function parseOutgoingUrl(text: string): URL {
  const refuse = (why: string) => new FoyerError("invalid_request", why, { field: "url" });
  const url = URL.parse(text.trim());
  if (!url || text.length > MAX_URL) throw refuse("Enter a URL such as https://example.com/hook.");
  const host = hostOf(url);
  const isLocal = env().ALLOW_LOOPBACK_WEBHOOKS && (isLoopback(host) || host === "localhost");
  if (url.protocol !== "https:" && !(url.protocol === "http:" && isLocal)) {
    throw refuse("The URL has to begin with https://.");
  }
  if (url.username || url.password) throw refuse("Leave user name and password out of the URL.");
  if ((isIP(host) !== 0 && !isAllowedAddress(host)) || (host === "localhost" && !isLocal)) {
    throw refuse("This address is inside of a private network. Enter one on the internet.");
  }
  url.hash = "";
  return url;
}
