/** The invented site that visitors walk through. */
export const SITE_ORIGIN = "https://www.tidewell.example";

/** A page: `dwell` is the median stay in seconds, `links` where readers go next. */
export interface Page {
  path: string;
  title: string;
  dwell: number;
  links: readonly [string, ...string[]];
}

const CORE: [string, ...string[]] = ["/pricing", "/features/automations", "/customers", "/demo"];

function page(
  path: string,
  title: string,
  dwell: number,
  links: [string, ...string[]],
): [string, Page] {
  return [path, { path, title: `${title} | Tidewell`, dwell, links }];
}

const HOME: Page = {
  path: "/",
  title: "Tidewell — Approvals and automations for operations teams",
  dwell: 26,
  links: [
    "/pricing",
    "/features/automations",
    "/features/approvals",
    "/customers",
    "/blog",
    "/demo",
  ],
};

const PAGES = new Map<string, Page>([
  ["/", HOME],
  page("/pricing", "Pricing", 55, [
    "/demo",
    "/features/approvals",
    "/customers",
    "/",
    "/pricing/compare",
  ]),
  page("/pricing/compare", "Compare plans", 70, ["/pricing", "/demo", "/features/audit-trail"]),
  page("/features/automations", "Automations", 48, [
    "/pricing",
    "/features/approvals",
    "/docs/getting-started",
    "/demo",
  ]),
  page("/features/approvals", "Approvals", 45, [
    "/pricing",
    "/features/audit-trail",
    "/customers/steadfell",
    "/demo",
  ]),
  page("/features/audit-trail", "Audit trail", 52, [
    "/pricing",
    "/security",
    "/customers/halden-freight",
    "/demo",
  ]),
  page("/features/integrations", "Integrations", 40, [
    "/docs/api",
    "/pricing",
    "/features/automations",
  ]),
  page("/security", "Security", 75, ["/pricing", "/features/audit-trail", "/demo"]),
  page("/customers", "Customers", 30, [
    "/customers/halden-freight",
    "/customers/steadfell",
    "/pricing",
  ]),
  page("/customers/halden-freight", "How Halden Freight closed its books in two days", 95, CORE),
  page("/customers/steadfell", "Steadfell Mutual: 4,000 approvals a week", 90, CORE),
  page("/blog", "Blog", 22, [
    "/blog/month-end-close",
    "/blog/approvals-without-email",
    "/blog/webhooks-done-right",
  ]),
  page("/blog/month-end-close", "A calmer month-end close", 130, [
    "/",
    "/features/automations",
    "/blog",
  ]),
  page("/blog/approvals-without-email", "Approvals without e-mail", 115, [
    "/features/approvals",
    "/",
    "/blog",
  ]),
  page("/blog/webhooks-done-right", "Webhooks, done right", 160, [
    "/docs/api",
    "/features/integrations",
    "/blog",
  ]),
  page("/docs/getting-started", "Getting started", 110, [
    "/docs/api",
    "/docs/approvals",
    "/pricing",
  ]),
  page("/docs/api", "API reference", 180, [
    "/docs/getting-started",
    "/docs/approvals",
    "/features/integrations",
  ]),
  page("/docs/approvals", "Setting up approvals", 120, [
    "/docs/api",
    "/features/approvals",
    "/pricing",
  ]),
  page("/demo", "Book a demo", 65, ["/pricing", "/customers", "/"]),
]);

/** The page at a path, else the home page. */
export function pageAt(path: string): Page {
  return PAGES.get(path) ?? HOME;
}

/** Where people leave to, by the beginning of the path they leave from. */
export const OUTLINKS: readonly [prefix: string, url: string, chance: number][] = [
  ["/demo", "https://calendly.com/tidewell-example/30min", 0.4],
  ["/docs", "https://github.com/tidewell-example/sdk", 0.12],
  ["/blog", "https://www.linkedin.com/company/tidewell-example", 0.06],
  ["/customers", "https://www.linkedin.com/company/tidewell-example", 0.04],
];
