import { z } from "zod";
import { flowOf } from "#lib/attribution/reports/journey-flow.ts";
import { listKeySequences, MOST_JOURNEY_SESSIONS } from "#lib/attribution/reports/key-sequences.ts";
import type { AttributionQuery } from "#lib/attribution/search-params.ts";
import { formatNumber } from "#lib/format.ts";
import { figuresTable, type ReportFigures } from "./figures.ts";
import { publicKey } from "./public-key.ts";

const journeyParams = z.object({
  of: z.enum(["pages", "channels"]).catch("pages"),
  direction: z.enum(["forward", "backward"]).catch("forward"),
  start: z.string().catch(""),
});

const STEPS = 4;
const TOP = 6;

/** How visits go on step by step, as the page of journeys has it. */
export async function journeyFigures(
  workspaceId: string,
  query: AttributionQuery,
  params: Record<string, string>,
): Promise<ReportFigures> {
  const { of, direction, start } = journeyParams.parse(params);
  const sequences = await listKeySequences(workspaceId, query, of);
  const from = start === "" || start === "any" ? null : start;
  const flow = flowOf(sequences, { start: from, direction, steps: STEPS, top: TOP });
  const later = direction === "forward" ? "later" : "earlier";
  const [unit, keyLabel] = of === "pages" ? ["Sessions", "Page"] : ["Visitors", "Channel"];
  const table = figuresTable({
    title: direction === "forward" ? "What follows" : "What came before",
    note: `The ${TOP} most frequent of each step. Drop-off: those that go no further. Of the latest ${formatNumber(MOST_JOURNEY_SESSIONS)} sessions at most.`,
    keyLabel: `Step and ${keyLabel.toLowerCase()}`,
    columns: [
      { label: unit, as: "count" },
      { label: "Of all", as: "share" },
      { label: "Drop-off", as: "count" },
    ],
    rows: flow.steps.flatMap((nodes, step) =>
      nodes.map(({ key, count, ended }) => ({
        key: `${step === 0 ? "Start" : `${step} ${later}`}: ${key === null ? "All others" : publicKey(key)}`,
        cells: [count, flow.total > 0 ? count / flow.total : null, ended],
      })),
    ),
    total: null,
  });
  return {
    stats: [{ label: unit, value: flow.total, as: "count" }],
    tables: [table],
    currency: null,
  };
}
