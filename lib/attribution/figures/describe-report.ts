import { DIMENSIONS } from "#lib/attribution/dimensions.ts";
import { MODELS } from "#lib/attribution/models.ts";
import type { AttributionQuery } from "#lib/attribution/search-params.ts";
import { FILTER_NAMES } from "#lib/attribution/visitor-filters.ts";
import { countryName } from "#lib/format.ts";
import { datesText } from "./figure-words.ts";
import { goalText } from "./goal-words.ts";
import { publicKey } from "./public-key.ts";
import { REPORTS, type ReportName } from "./reports.ts";

const FILTERS = {
  companySize: "Company size",
  country: "Country",
  validity: "E-mail validity",
  stage: "Stage",
} as const;

/** What a report was asked for, as names and words: what its reader has to know to defend a number. */
export async function describeReport(
  workspaceId: string,
  report: ReportName,
  query: AttributionQuery,
  params: Record<string, string>,
): Promise<{ name: string; text: string }[]> {
  const known: readonly string[] | null = REPORTS[report].params;
  const has = (name: string) => known === null || known.includes(name);
  const lines = [{ name: "Period", text: `${datesText(query)} (${query.timezone})` }];
  const add = (name: string, text: string) => lines.push({ name, text });
  if (has("goal")) add("Goal", await goalText(workspaceId, query.goal));
  if (has("model") && report !== "models") add("Model", MODELS[query.model].label);
  if (has("dimension")) {
    const { dimension, secondDimension } = query;
    const labels = [dimension, ...(secondDimension ? [secondDimension] : [])];
    add("Dimension", labels.map((each) => DIMENSIONS[each].label).join(" · "));
  }
  if (has("lookbackDays")) add("Lookback", `${query.lookbackDays} days`);
  if (params.start && params.start !== "any") add("Start", publicKey(params.start));
  if (known !== null) return lines;
  for (const name of FILTER_NAMES) {
    const value = query[name];
    if (value === undefined) continue;
    add(FILTERS[name], name === "country" && value !== "unknown" ? countryName(value) : value);
  }
  return lines;
}
