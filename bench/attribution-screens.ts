import { DIMENSION_NAMES, type DimensionName } from "#lib/attribution/dimensions.ts";
import { getFirstDates } from "#lib/attribution/first-dates.ts";
import { getFirstModels } from "#lib/attribution/first-models.ts";
import { getFirstRows } from "#lib/attribution/first-rows.ts";
import { hasManyKeys } from "#lib/attribution/many-keys.ts";
import { MODEL_NAMES } from "#lib/attribution/models.ts";
import { listReceipts } from "#lib/attribution/receipts.ts";
import { getAttribution } from "#lib/attribution/report.ts";
import { getCampaign } from "#lib/attribution/reports/campaign.ts";
import { listCampaigns } from "#lib/attribution/reports/campaigns.ts";
import { listCountries } from "#lib/attribution/reports/countries.ts";
import { getEmailHealth, listEmailHealthBySource } from "#lib/attribution/reports/email-health.ts";
import { getFunnel } from "#lib/attribution/reports/funnel.ts";
import { getJourneyFlow } from "#lib/attribution/reports/kept-flow.ts";
import type { JourneyKind } from "#lib/attribution/reports/key-sequences.ts";
import type { AttributionQuery } from "#lib/attribution/search-params.ts";

const GOALS = ["identified", "qualified", "enriched"];

/** A way to the data of a screen. */
export type Read = () => Promise<unknown>;

/** The data of a screen, in all the ways that are measured. */
export interface Screen {
  name: string;
  reads: Read[];
  /** Times each is read. */
  rounds: number;
}

/** Every screen of attribution. `learntBy` are the dimensions by which the model that learns is asked. */
export function screensOf(
  workspaceId: string,
  base: AttributionQuery,
  learntBy: readonly DimensionName[],
): Screen[] {
  const asked = (model: (typeof MODEL_NAMES)[number], dimensions: readonly DimensionName[]) =>
    GOALS.flatMap((goal) => dimensions.map((dimension) => ({ ...base, goal, dimension, model })));
  const others = DIMENSION_NAMES.filter((name) => name !== "click_id");
  const added = MODEL_NAMES.filter((model) => model !== "markov");
  const table = (query: AttributionQuery) => () => getAttribution(workspaceId, query);
  const chart = (query: AttributionQuery) => async () => {
    // Its keys are those of the table's first rows; finding them is measured with the table.
    const keys =
      drawn.get(query) ??
      (await getFirstRows(workspaceId, query)).rows.slice(0, 7).map((row) => row.key);
    drawn.set(query, keys);
    return getFirstDates(workspaceId, query, keys);
  };
  const drawn = new Map<AttributionQuery, (string | null)[]>();
  const tables = added.flatMap((model) => asked(model, others));
  const learnt = asked("markov", learntBy);
  const sideBySide = (query: AttributionQuery) => () => getFirstModels(workspaceId, query);
  const clicks = [
    ...added.flatMap((model) => asked(model, ["click_id"])),
    ...learnt.filter(hasManyKeys),
  ];
  const firstRows = (query: AttributionQuery) => () => getFirstRows(workspaceId, query);
  const byAll = (query: AttributionQuery) => MODEL_NAMES.map((model) => ({ ...query, model }));
  const pairs = byAll({ ...base, dimension: "source", secondDimension: "campaign" });
  const narrowed = [
    { country: "DE" },
    { companySize: "51-200" as const, validity: "valid" },
  ].flatMap((filters) => byAll({ ...base, ...filters }));
  const journeys = (of: JourneyKind) => () =>
    getJourneyFlow(workspaceId, base, {
      ...{ of, start: null, direction: "forward", steps: 4, top: 6, mostStarts: 50 },
    });
  const receipts = (query: AttributionQuery) => () =>
    listReceipts(workspaceId, { ...query, limit: 50 });
  const twentieth = (query: AttributionQuery) => async () => {
    let cursor = deep.get(query);
    for (let page = 1; page < 20 && !deep.has(query); page++) {
      const { nextCursor } = await listReceipts(workspaceId, { ...query, limit: 50, cursor });
      cursor = nextCursor ?? undefined;
    }
    if (cursor) deep.set(query, cursor);
    return listReceipts(workspaceId, { ...query, limit: 50, cursor });
  };
  const deep = new Map<AttributionQuery, string>();
  const behindKeys = (dimension: DimensionName) =>
    ["most", "median", "least"].map((which) => async () => {
      const name = `${dimension} ${which}`;
      const known =
        keyed.get(name) ?? (await keyOf({ ...base, model: "linear", dimension }, which));
      keyed.set(name, known);
      return listReceipts(workspaceId, { ...base, dimension, key: known, limit: 50 });
    });
  const keyOf = async (query: AttributionQuery, which: string) => {
    const { rows } = await getAttribution(workspaceId, query);
    const keys = rows.filter(({ key, conversions }) => key !== null && conversions > 0);
    const at = which === "most" ? 0 : which === "least" ? keys.length - 1 : keys.length >> 1;
    return keys[at]?.key ?? null;
  };
  const keyed = new Map<string, string | null>();
  const linear = asked("linear", DIMENSION_NAMES);
  const one = (name: string, read: Read): Screen => ({
    ...{ name, reads: [read], rounds: 30 },
  });
  return [
    screen("credit table, any of 9 dimensions, 6 models", tables.map(table), 2),
    screen(
      "credit table, data-driven",
      learnt.filter((query) => !hasManyKeys(query)).map(table),
      3,
    ),
    screen("models side by side", asked("last", learntBy).map(sideBySide), 3),
    screen("credit table by click id", clicks.map(firstRows), 2),
    screen("credit table by pairs, all models", pairs.map(table), 3),
    screen("credit table of some visitors, all models", narrowed.map(table), 3),
    screen("chart over time", tables.map(chart), 2),
    screen("chart over time, data-driven", learnt.map(chart), 3),
    screen("receipts, first page", linear.map(receipts), 1),
    screen("receipts, twentieth page", asked("linear", ["channel"]).map(twentieth), 5),
    screen("receipts behind a key, any dimension", DIMENSION_NAMES.flatMap(behindKeys), 3),
    one("funnel", () => getFunnel(workspaceId, base)),
    one("journeys by pages", journeys("pages")),
    one("journeys by channels", journeys("channels")),
    one("campaigns", () => listCampaigns(workspaceId, base)),
    one("one campaign", () => getCampaign(workspaceId, base, "campaign 7")),
    one("landing pages", table({ ...base, dimension: "landing_page" })),
    one("countries", () => listCountries(workspaceId, base)),
    one("e-mail health", async () => {
      await getEmailHealth(workspaceId, base);
      await listEmailHealthBySource(workspaceId, base);
    }),
  ];
}

function screen(name: string, reads: Read[], rounds: number): Screen {
  return { name, reads, rounds };
}
