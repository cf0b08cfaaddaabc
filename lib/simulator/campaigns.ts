/**
 * What brings a session. `size` pulls bigger (positive) or smaller companies, `depth` multiplies pages
 * per session, `loyalty` the number of returns, `seniority` the titles.
 */
export interface Campaign {
  utm: {
    source: string | null;
    medium: string | null;
    campaign: string | null;
    term: string | null;
    content: string | null;
  };
  referrer: string | null;
  click: "gclid" | "fbclid" | null;
  landing: readonly [string, ...string[]];
  first: number;
  again: number;
  size: number;
  depth: number;
  loyalty: number;
  seniority: number;
}

type Utm = [source: string, medium: string, campaign: string, term?: string, content?: string];

function campaign(
  utm: Utm | null,
  referrer: string | null,
  landing: [string, ...string[]],
  numbers: [
    first: number,
    again: number,
    size: number,
    depth: number,
    loyalty: number,
    seniority: number,
  ],
): Campaign {
  const [source, medium, name, term, content] = utm ?? [];
  const [first, again, size, depth, loyalty, seniority] = numbers;
  const click =
    medium === "cpc" && source === "google" ? "gclid" : source === "facebook" ? "fbclid" : null;
  return {
    utm: {
      source: source ?? null,
      medium: medium ?? null,
      campaign: name ?? null,
      term: term ?? null,
      content: content ?? null,
    },
    ...{ referrer, landing, click, first, again, size, depth, loyalty, seniority },
  };
}

const GOOGLE = "https://www.google.com/";
const LINKEDIN = "https://www.linkedin.com/";

/** Every source of traffic. Weights are relative, for a first visit and for a later one. */
export const CAMPAIGNS: readonly [Campaign, ...Campaign[]] = [
  campaign(
    null,
    GOOGLE,
    ["/blog/month-end-close", "/", "/docs/getting-started"],
    [20, 6, -0.05, 0.9, 0.9, 0],
  ),
  campaign(
    ["google", "cpc", "brand_search", "tidewell"],
    GOOGLE,
    ["/"],
    [6, 10, 0.05, 1.4, 1.5, 0.3],
  ),
  campaign(
    ["google", "cpc", "nonbrand_workflow", "workflow automation", "text_a"],
    GOOGLE,
    ["/features/automations"],
    [9, 2, -0.12, 0.7, 0.6, -0.3],
  ),
  campaign(
    ["google", "cpc", "nonbrand_workflow", "approval software", "text_b"],
    GOOGLE,
    ["/features/approvals"],
    [6, 1, -0.08, 0.8, 0.7, -0.2],
  ),
  campaign(
    ["linkedin", "paid_social", "abm_enterprise_ops", undefined, "video_coo"],
    LINKEDIN,
    ["/customers/halden-freight", "/features/audit-trail"],
    [8, 4, 0.4, 1.3, 1.4, 1],
  ),
  campaign(
    ["linkedin", "paid_social", "retargeting_pricing", undefined, "carousel"],
    LINKEDIN,
    ["/pricing"],
    [1, 8, 0.15, 1.2, 1.2, 0.4],
  ),
  campaign(
    ["facebook", "paid_social", "smb_awareness", undefined, "reel_1"],
    "https://www.facebook.com/",
    ["/"],
    [5, 1, -0.35, 0.5, 0.4, -0.7],
  ),
  campaign(
    ["newsletter", "email", "tide_notes_weekly", undefined, "lead_story"],
    null,
    ["/blog/approvals-without-email", "/blog/month-end-close"],
    [4, 12, 0, 1, 1.6, 0],
  ),
  campaign(
    ["customer_io", "email", "webinar_followup", undefined, "cta_demo"],
    null,
    ["/demo", "/customers/steadfell"],
    [2, 5, 0.12, 1.5, 1.5, 0.5],
  ),
  campaign(
    ["steadpartners", "partner", "referral_program"],
    "https://steadpartners.example/tools",
    ["/", "/pricing"],
    [5, 2, 0.2, 1.6, 1.5, 0.5],
  ),
  campaign(
    ["g2", "review", "category_listing"],
    "https://www.g2.com/",
    ["/pricing", "/features/automations"],
    [4, 2, 0.08, 1.7, 1.4, 0.3],
  ),
  campaign(
    ["bing", "cpc", "brand_search", "tidewell pricing"],
    "https://www.bing.com/",
    ["/pricing"],
    [2, 1, 0.18, 1.2, 1.1, 0.2],
  ),
  campaign(
    null,
    "https://duckduckgo.com/",
    ["/docs/api", "/blog/webhooks-done-right"],
    [3, 1, -0.15, 1, 0.8, -0.3],
  ),
  campaign(
    null,
    "https://news.ycombinator.com/",
    ["/blog/webhooks-done-right"],
    [4, 0.3, -0.2, 0.5, 0.3, -0.2],
  ),
  campaign(
    null,
    "https://opsdigest.example/best-approval-tools",
    ["/", "/features/approvals"],
    [4, 1, 0, 1.1, 1, 0.1],
  ),
  campaign(
    null,
    LINKEDIN,
    ["/blog/approvals-without-email", "/customers/steadfell"],
    [5, 4, 0.1, 0.9, 1, 0.3],
  ),
  campaign(null, null, ["/", "/pricing", "/demo"], [12, 26, 0.1, 1.2, 1.3, 0.2]),
];
