/**
 * The reports that can be handed on, and which parameters besides their dates each one has; null stands
 * for all that the attribution report knows. `path` is below that of the attribution page.
 */
export const REPORTS = {
  credit: { label: "Credit", path: "", params: null },
  models: { label: "Models side by side", path: "?view=models", params: null },
  funnel: { label: "Funnel", path: "/funnel", params: [] },
  journeys: { label: "Journeys", path: "/journeys", params: ["of", "direction", "start"] },
  campaigns: { label: "Campaigns", path: "/campaigns", params: ["goal", "model", "lookbackDays"] },
  pages: { label: "Pages and countries", path: "/pages", params: ["goal", "lookbackDays"] },
  emails: { label: "E-mail health", path: "/emails", params: [] },
} as const satisfies Record<
  string,
  { label: string; path: string; params: readonly string[] | null }
>;

export type ReportName = keyof typeof REPORTS;

/** Names of all reports that can be handed on (a closed list that Object.keys types as strings). */
export const REPORT_NAMES = Object.keys(REPORTS) as ReportName[];
