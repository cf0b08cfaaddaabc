import { pathOf } from "#lib/format.ts";
import type { ChannelMatcher } from "./channel-rules/channel-rule.ts";
import { channelOf, isSearchEngine } from "./channels.ts";
import { referringSite, type Site } from "./referrer.ts";
import { isOtherServiceHost } from "./search-engines.ts";

/** The UTM fields of a session as received. */
export interface Utm {
  source: string | null;
  medium: string | null;
  campaign: string | null;
  term: string | null;
  content: string | null;
}

/** What a session says about where it came from. */
export interface SessionOrigin {
  utm: Utm;
  gclid: string | null;
  fbclid: string | null;
  referrer: string | null;
  landingPage: string;
  /** Domains or hosts whose referrals do not count, such as a payment page. */
  excludedReferrers?: readonly string[];
}

/** A session's place in the marketing world. `source` and `medium` are null only with a partial UTM. */
export interface Classification extends Utm {
  /** One of the default channels, or of the workspace's own rules. */
  channel: string;
  /** No UTM, no click id and no referrer that counts. */
  isDirect: boolean;
  /** Registrable domain of the referrer that counts. */
  referrerDomain: string | null;
}

function clean(value: string | null): string | null {
  const trimmed = value?.trim() ?? "";
  return trimmed === "" ? null : trimmed;
}

/** Source and medium of a session without UTM. */
function untagged(
  gclid: string | null,
  fbclid: string | null,
  site: Site | null,
): { source: string; medium: string } {
  if (gclid !== null) return { source: "google", medium: "cpc" };
  if (fbclid !== null) return { source: "facebook", medium: "paid_social" };
  if (site === null) return { source: "(direct)", medium: "(none)" };
  const isSearch = isSearchEngine(site.domain) && !isOtherServiceHost(site.host);
  return { source: site.domain, medium: isSearch ? "organic" : "referral" };
}

/**
 * Where a session came from, by the contract's attribution rules: any UTM field speaks for all of
 * them; without UTM a click id, else the referrer's registrable domain; else it is direct. UTM values
 * are trimmed and keep their case; an empty one counts as missing. The workspace's own rules come before
 * the default channels.
 */
export function classifySession(
  origin: SessionOrigin,
  ownRules: ChannelMatcher = () => null,
): Classification {
  const utm: Utm = {
    source: clean(origin.utm.source),
    medium: clean(origin.utm.medium),
    campaign: clean(origin.utm.campaign),
    term: clean(origin.utm.term),
    content: clean(origin.utm.content),
  };
  const site = referringSite(origin.referrer, origin.landingPage, origin.excludedReferrers);
  const other = untagged(clean(origin.gclid), clean(origin.fbclid), site);
  const hasUtm = Object.values(utm).some((value) => value !== null);
  const { source, medium } = hasUtm ? utm : other;
  // A UTM with neither source nor medium says nothing about the channel; the click id or referrer may.
  const hint = source === null && medium === null ? other : { source, medium };
  // Tagged visits are never direct, so a missing referrer must not make their channel Direct either.
  const isSilent = hasUtm && hint.source === "(direct)" && hint === other;
  const own = ownRules({
    ...utm,
    source,
    medium,
    referrer: site?.host ?? null,
    landing_page: pathOf(origin.landingPage),
  });
  return {
    ...utm,
    source,
    medium,
    channel: own ?? (isSilent ? "Unassigned" : channelOf(hint.source, hint.medium, utm.campaign)),
    isDirect: !hasUtm && other.source === "(direct)",
    referrerDomain: site?.domain ?? null,
  };
}
