import { formatInstant } from "#lib/format.ts";
import type { Json } from "#lib/json.ts";

/** One leaf as the sender names it. */
export interface Leaf {
  name: string;
  value: Json;
}

export interface DetailGroup {
  title: string;
  items: { label: string; value: Json }[];
}

type Labels = Readonly<Record<string, string>>;

const CAMPAIGN: Labels = {
  "utm.source": "Source",
  "utm.medium": "Medium",
  "utm.campaign": "Campaign",
  "utm.term": "Term",
  "utm.content": "Content",
  gclid: "gclid",
  fbclid: "fbclid",
  referrer: "Referrer",
  landingPage: "Landing page",
  landingTitle: "Landing title",
};
const BROWSER: Labels = {
  userAgent: "User agent",
  "screen.width": "Screen width",
  "screen.height": "Screen height",
  timezone: "Time zone",
  vid: "Browser id",
};
const NETWORK: Labels = {
  "network.ip": "IP address",
  "network.asn.name": "Network",
  "network.asn.code": "AS number",
  "network.city": "City",
  "network.region": "Region",
  "network.regionCode": "Region code",
  "network.postalCode": "Postal code",
  "network.country": "Country",
  "network.continent": "Continent",
  "network.isEU": "In the EU",
  "network.latitude": "Latitude",
  "network.longitude": "Longitude",
  "network.metroCode": "Metro code",
  "network.colo": "Data centre",
  "network.botManagement.score": "Bot score",
  "network.botManagement.verifiedBot": "Verified bot",
  "network.botManagement.verifiedBotCategory": "Bot category",
  "network.botManagement.corporateProxy": "Corporate proxy",
};
const SESSION: Labels = {
  sid: "Session id",
  pid: "Pixel",
  tenant: "Tenant",
  createdAt: "Started",
  lastActivity: "Last activity",
  endedAt: "Ended",
  sessionEndedAt: "Reported end",
  finalizedAt: "Finalized",
  eventCount: "Events (stated)",
  events: "Events (received)",
  enrichments: "Enrichments",
  options: "Options",
};

const GROUPS: readonly [title: string, labels: Labels][] = [
  ["Source", CAMPAIGN],
  ["Network", NETWORK],
  ["Browser", BROWSER],
  ["Session", SESSION],
];
const TIMES = ["createdAt", "lastActivity", "endedAt", "sessionEndedAt", "finalizedAt"];

/** The leaves of a session under their headings; what has no name of ours stands under the sender's. */
export function groupLeaves(leaves: readonly Leaf[], zone = "UTC"): DetailGroup[] {
  const byName = new Map(leaves.map((leaf) => [leaf.name, leaf.value]));
  const groups = GROUPS.map(([title, labels]) => ({
    title,
    items: Object.entries(labels).flatMap(([name, label]) => {
      const value = byName.get(name);
      byName.delete(name);
      return value === undefined ? [] : [{ label, value: shown(name, value, zone) }];
    }),
  }));
  const rest = [...byName].map(([label, value]) => ({ label, value }));
  return [...groups, { title: "Other", items: rest }].filter(({ items }) => items.length > 0);
}

function shown(name: string, value: Json, zone: string): Json {
  if (typeof value === "number" && TIMES.includes(name)) {
    return formatInstant(new Date(value).toISOString(), zone);
  }
  return typeof value === "boolean" ? (value ? "yes" : "no") : value;
}
