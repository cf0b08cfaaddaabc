import type { LinkTabsProps } from "#components/ui/link-tabs.tsx";
import { FILTER_NAMES } from "#lib/attribution/visitor-filters.ts";
import type { UrlState } from "#lib/search-state.ts";
import { toSearchParams } from "./report-links.ts";

/** Stands on every report: what the numbers are of. */
export const SCOPE =
  "Only identified sessions arrive by webhook, so this is credit among identified visits, not a conversion rate of all traffic.";

/** The same for reports that share no credit. */
export const REPORT_SCOPE =
  "Only identified sessions arrive by webhook: every number is of those, not of all traffic.";

const TABS = {
  credit: { label: "Credit", href: "" },
  models: { label: "Models side by side", href: "?view=models" },
  funnel: { label: "Funnel", href: "/funnel" },
  journeys: { label: "Journeys", href: "/journeys" },
  campaigns: { label: "Campaigns", href: "/campaigns" },
  pages: { label: "Pages and countries", href: "/pages" },
  emails: { label: "E-mail health", href: "/emails" },
} as const;

export type ReportTab = keyof typeof TABS;

/** What the reports have in common goes with the reader from one to the next. */
const KEPT = ["goal", "model", "dimension", "lookbackDays", "from", "to", "timezone"];

const NARROWING = ["secondDimension", ...FILTER_NAMES];
/** These two take filters and a second dimension. */
const NARROWED: readonly string[] = ["credit", "models"];

/** The reports as tabs; `path` is that of the attribution page. */
export function reportTabs(
  path: string,
  raw: UrlState,
  current: ReportTab,
): LinkTabsProps["items"] {
  const all = toSearchParams(raw);
  return Object.entries(TABS).map(([tab, { label, href }]) => {
    const kept = NARROWED.includes(tab) ? [...KEPT, ...NARROWING] : KEPT;
    const params = new URLSearchParams([...all].filter(([name]) => kept.includes(name)));
    const [folder, own] = href.split("?");
    for (const [name, value] of new URLSearchParams(own)) params.set(name, value);
    const query = params.toString();
    return {
      label,
      href: `${path}${folder}${query && `?${query}`}`,
      active: tab === current,
    };
  });
}
