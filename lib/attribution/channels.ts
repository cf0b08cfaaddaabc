import { getDomain, getDomainWithoutSuffix } from "tldts";
import { SHOPPING_SITES, VIDEO_SITES } from "./media-sites.ts";
import { SEARCH_ENGINES } from "./search-engines.ts";
import { SOCIAL_NETWORKS } from "./social-networks.ts";

/** What the rules look at: lower-cased, "" for what is missing. */
interface Hint {
  source: string;
  medium: string;
  campaign: string;
}

const PAID = /cp|^ppc$|^retargeting$|^paid/;
const DISPLAY = /^(display|banner|expandable|interstitial|cpm)$/;
const EMAIL = /^e[-_ ]?mail$|^newsletter$/;
const SOCIAL = /^(social|sm|social[-_ ]?(network|media))$/;
const SHOP = /(^|[^a-df-z])shop/;
const PUSH = /push$|mobile|notification/;

/** Is the source one of a list's brands or domains? Sources come as `google` and as `google.de`. */
function isListed(list: ReadonlySet<string>, source: string): boolean {
  if (list.has(source)) return true;
  const domain = getDomain(source);
  if (domain === null) return false;
  return list.has(domain) || list.has(getDomainWithoutSuffix(source) ?? "");
}

/**
 * The default channels, first match wins. They follow the idea of GA4's default channel grouping, with
 * one difference: a medium that names a channel itself (email, affiliate, sms, audio, referral) is
 * believed before a well-known source, so `linkedin / email` is Email.
 */
const RULES = [
  ["Direct", (h) => h.source === "(direct)" && /^(\((none|not set)\))?$/.test(h.medium)],
  ["Cross-network", (h) => h.campaign.includes("cross-network")],
  ["Paid Shopping", (h) => PAID.test(h.medium) && isShopping(h)],
  ["Paid Search", (h) => PAID.test(h.medium) && isListed(SEARCH_ENGINES, h.source)],
  ["Paid Social", (h) => PAID.test(h.medium) && isListed(SOCIAL_NETWORKS, h.source)],
  ["Paid Video", (h) => PAID.test(h.medium) && isListed(VIDEO_SITES, h.source)],
  ["Display", (h) => DISPLAY.test(h.medium)],
  ["Paid Social", (h) => /^paid[-_ ]?social$/.test(h.medium)],
  ["Paid Search", (h) => /^paid[-_ ]?search$/.test(h.medium)],
  ["Paid Other", (h) => PAID.test(h.medium)],
  ["Email", (h) => EMAIL.test(h.medium) || EMAIL.test(h.source)],
  ["Affiliates", (h) => /^affiliates?$/.test(h.medium)],
  ["SMS", (h) => h.medium === "sms" || h.source === "sms"],
  ["Audio", (h) => h.medium === "audio"],
  ["Mobile Push", (h) => PUSH.test(h.medium) || h.source === "firebase"],
  ["Organic Shopping", isShopping],
  ["Organic Social", (h) => isListed(SOCIAL_NETWORKS, h.source) || SOCIAL.test(h.medium)],
  ["Organic Video", (h) => isListed(VIDEO_SITES, h.source) || h.medium.includes("video")],
  ["Organic Search", (h) => h.medium === "organic"],
  ["Referral", (h) => /^(referral|app|link)$/.test(h.medium)],
  ["Organic Search", (h) => isListed(SEARCH_ENGINES, h.source)],
  ["Referral", (h) => h.medium === "" && getDomain(h.source) !== null],
] as const satisfies readonly (readonly [string, (hint: Hint) => boolean])[];

function isShopping(hint: Hint): boolean {
  return isListed(SHOPPING_SITES, hint.source) || SHOP.test(hint.campaign);
}

/** A default channel; `Unassigned` is what no rule knows. */
export type Channel = (typeof RULES)[number][0] | "Unassigned";

/** The channel that source, medium and campaign speak for; upper and lower case do not matter. */
export function channelOf(
  source: string | null,
  medium: string | null,
  campaign: string | null,
): Channel {
  const hint: Hint = {
    source: source?.toLowerCase() ?? "",
    medium: medium?.toLowerCase() ?? "",
    campaign: campaign?.toLowerCase() ?? "",
  };
  return RULES.find(([, matches]) => matches(hint))?.[0] ?? "Unassigned";
}

/** True when a registrable domain belongs to a known search engine. */
export function isSearchEngine(domain: string): boolean {
  return isListed(SEARCH_ENGINES, domain);
}
