import { BlockList, isIP } from "node:net";
import { FoyerError } from "#lib/errors.ts";

/**
 * TRUSTED_PROXIES as a list to check against: addresses and networks (`10.0.0.0/8`, `::1`), separated
 * by commas or spaces. Throws `invalid_request` that names what can't be read.
 */
export function parseTrustedProxies(text: string): BlockList {
  const list = new BlockList();
  for (const entry of text.split(/[\s,]+/).filter(Boolean)) {
    const [address = "", bits, ...rest] = entry.split("/");
    const family = familyOf(address);
    const most = family === "ipv4" ? 32 : 128;
    const prefix = bits === undefined ? most : Number(bits);
    const isPrefix = bits === undefined || (/^\d+$/.test(bits) && prefix <= most);
    if (!isIP(address) || !isPrefix || rest.length > 0) {
      throw new FoyerError(
        "invalid_request",
        `The configuration is invalid:\n  TRUSTED_PROXIES: ${entry} is no address or network`,
      );
    }
    list.addSubnet(address, prefix, family);
  }
  return list;
}

/**
 * Who really asks: the peer of the connection, or, when that is a trusted proxy, the nearest address
 * in X-Forwarded-For that isn't one. What a browser writes into the header itself never counts.
 */
export function clientAddress(
  peer: string | undefined,
  forwardedFor: string | undefined,
  trusted: BlockList,
): string {
  let nearest = plain(peer ?? "");
  const hops = (forwardedFor ?? "").split(",").map((hop) => plain(hop.trim()));
  while (isIP(nearest) && trusted.check(nearest, familyOf(nearest))) {
    const hop = hops.pop();
    if (!hop || !isIP(hop)) break;
    nearest = hop;
  }
  return nearest || "unknown";
}

const familyOf = (address: string) => (isIP(address) === 6 ? "ipv6" : "ipv4");

/** `::ffff:192.0.2.1` is 192.0.2.1 as a socket for both families writes it. */
function plain(address: string): string {
  return address.replace(/^::ffff:(?=\d+\.)/i, "");
}
