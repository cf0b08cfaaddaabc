import type { Campaign } from "./campaigns.ts";
import type { Random } from "./random.ts";
import { OUTLINKS, type Page, pageAt, SITE_ORIGIN } from "./site.ts";

/** One entry of `session.events`, as it goes over the wire. */
export interface SignalPayload {
  signal: string;
  url: string;
  ts: number;
  v: string;
  title: string | null;
  ref: string | null;
  outlink: string | null;
  props: Record<string, string | number> | null;
}

/** A walk through the site. `lastActivity` closes the last page. */
export interface Visit {
  landing: Page;
  signals: SignalPayload[];
  lastActivity: number;
}

const CTAS = ["start_trial", "talk_to_sales", "see_plans"] as const;
const VIDEOS = ["product_tour", "customer_story", "two_minute_overview"] as const;
const MAX_PAGES = 24;

function extraOf(
  random: Random,
  page: Page,
): { signal: string; props: SignalPayload["props"] } | null {
  if (page.path === "/demo" && random.chance(0.35)) {
    return { signal: "form_submit", props: { form: "demo_request", fields: random.int(4, 7) } };
  }
  if (page.path.startsWith("/blog/") && random.chance(0.05)) {
    return { signal: "form_submit", props: { form: "newsletter", fields: 1 } };
  }
  if (random.chance(0.09)) {
    return {
      signal: "cta_click",
      props: { label: random.pick(CTAS), position: random.pick(["hero", "footer"]) },
    };
  }
  if (/^\/(customers\/|features\/|$)/.test(page.path) && random.chance(0.12)) {
    return {
      signal: "video_play",
      props: { video: random.pick(VIDEOS), seconds: random.int(5, 140) },
    };
  }
  return null;
}

function outlinkOf(random: Random, page: Page): string | null {
  for (const [prefix, url, chance] of OUTLINKS) {
    if (page.path.startsWith(prefix) && random.chance(chance)) return url;
  }
  return null;
}

/** Walks the site from one of the campaign's landing pages; `depth` scales the number of pages, `pace` the stay. */
export function browse(
  random: Random,
  campaign: Campaign,
  start: number,
  depth: number,
  pace: number,
): Visit {
  const landing = pageAt(random.pick(campaign.landing));
  const signals: SignalPayload[] = [];
  const pages = Math.min(MAX_PAGES, 1 + Math.floor(random.exponential(2.3 * depth)));
  let page = landing;
  let referrer = campaign.referrer;
  let at = start + random.int(150, 900);
  for (let i = 0; i < pages; i++) {
    const url = SITE_ORIGIN + page.path;
    const stay = Math.max(1500, Math.min(1_200_000, random.around(page.dwell * pace, 0.8) * 1000));
    const shared = { url, v: "1", title: page.title, ref: referrer };
    signals.push({
      signal: "pageview",
      ts: at,
      outlink: outlinkOf(random, page),
      props: null,
      ...shared,
    });
    const extra = extraOf(random, page);
    if (extra) {
      signals.push({
        ...extra,
        ts: at + Math.floor(stay * random.between(0.2, 0.9)),
        outlink: null,
        ...shared,
      });
    }
    at += Math.floor(stay);
    referrer = url;
    page = pageAt(random.pick(page.links));
  }
  return { landing, signals, lastActivity: at };
}
