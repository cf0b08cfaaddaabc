import { BlockList, isIP } from "node:net";

// IANA's special-purpose registries: what is not globally reachable, and what wraps such addresses.
const V4 = [
  ...["0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16"],
  ...["172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24", "192.168.0.0/16"],
  ...["198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4"],
];
const V6 = [
  ...["::/96", "::ffff:0:0/96", "64:ff9b::/96", "64:ff9b:1::/48", "100::/64", "2001::/23"],
  ...["2001:db8::/32", "2002::/16", "3fff::/20", "5f00::/16", "fc00::/7", "fe80::/10"],
  ...["fec0::/10", "ff00::/8"],
];

// One for each family: a list that knows `::ffff:0:0/96` takes every IPv4 address for a member of it.
const closed = {
  ipv4: listOf(V4, "ipv4"),
  ipv6: listOf(V6, "ipv6"),
};

function listOf(ranges: readonly string[], family: "ipv4" | "ipv6"): BlockList {
  const list = new BlockList();
  for (const range of ranges) {
    const [network = "", bits] = range.split("/");
    list.addSubnet(network, Number(bits), family);
  }
  return list;
}

const MAPPED = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i;

/** The address itself, or the IPv4 address that an IPv4-mapped one stands for. */
function plain(address: string): string {
  return MAPPED.exec(address)?.[1] ?? address;
}

/** True for an address that is this machine. */
export function isLoopback(address: string): boolean {
  const text = plain(address);
  return text === "::1" || (isIP(text) === 4 && text.startsWith("127."));
}

/** True for an address on the public internet: none of a private, local or reserved range. */
export function isPublicAddress(address: string): boolean {
  const text = plain(address);
  const family = isIP(text);
  if (family === 0) return false;
  const name = family === 4 ? "ipv4" : "ipv6";
  return !closed[name].check(text, name);
}
