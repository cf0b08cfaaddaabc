import { parse } from "tldts";

/** Android names the app instead of a page; these apps stand for a site. */
const SITE_OF_APP: Readonly<Record<string, string>> = {
  "com.facebook.katana": "facebook.com",
  "com.google.android.gm": "mail.google.com",
  "com.google.android.googlequicksearchbox": "google.com",
  "com.linkedin.android": "linkedin.com",
  "com.slack": "slack.com",
  "com.twitter.android": "x.com",
};

/** A place on the web: its host and the domain that somebody registered. */
export interface Site {
  host: string;
  domain: string;
}

/**
 * Host and registrable domain of a URL or bare host, lower-cased; null where there is none. Suffixes
 * that host other people's sites (`github.io`) count as public, as in browsers. An IP address or a
 * name without a public suffix (`localhost`) is its own domain.
 */
export function parseSite(url: string | null): Site | null {
  const text = url?.trim() ?? "";
  if (text === "") return null;
  const app = /^(?:android|ios)-app:\/\/([\w.-]+)/i.exec(text)?.[1]?.toLowerCase();
  if (app !== undefined && !(app in SITE_OF_APP)) return { host: app, domain: app };
  const { hostname, domain } = parse(SITE_OF_APP[app ?? ""] ?? text, { allowPrivateDomains: true });
  if (hostname === null || hostname === "") return null;
  return { host: hostname, domain: domain ?? hostname };
}

/**
 * The site that sent a visit, or null. The landing page's own domain and excluded referrers (a domain
 * with all its hosts, or one host with those below it) count as none.
 */
export function referringSite(
  referrer: string | null,
  landingPage: string,
  excluded: readonly string[] = [],
): Site | null {
  const site = parseSite(referrer);
  if (site === null || site.domain === parseSite(landingPage)?.domain) return null;
  const isExcluded = excluded.some((entry) => {
    const host = parseSite(entry)?.host;
    return host !== undefined && (site.host === host || site.host.endsWith(`.${host}`));
  });
  return isExcluded ? null : site;
}
