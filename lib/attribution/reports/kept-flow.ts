import { z } from "zod";
import type { Freshness, KeptReport } from "#lib/attribution/kept/kept-report.ts";
import { readKept } from "#lib/attribution/kept/read-kept.ts";
import { flowOf, keysOf } from "./journey-flow.ts";
import { listKeySequences, MOST_JOURNEY_SESSIONS } from "./key-sequences.ts";
import { periodSchema, type ReportPeriod } from "./report-period.ts";

const choices = z.object({
  of: z.enum(["pages", "channels"]),
  start: z.string().nullable(),
  direction: z.enum(["forward", "backward"]),
  steps: z.number(),
  top: z.number(),
  /** How many keys are named as possible starts. */
  mostStarts: z.number(),
});

const querySchema = periodSchema.extend(choices.shape);
const key = z.string().nullable();

const flowSchema = z.object({
  flow: z.object({
    total: z.number(),
    steps: z.array(z.array(z.object({ key, count: z.number(), ended: z.number() }))),
    links: z.array(z.object({ step: z.number(), from: key, to: key, count: z.number() })),
  }),
  /** The keys of most journeys. */
  starts: z.array(z.string()),
});

type FlowQuery = z.output<typeof querySchema>;
type KeptFlow = z.output<typeof flowSchema>;

export const FLOW_REPORT: KeptReport<FlowQuery, KeptFlow> = {
  kind: "journeys",
  dependsOn: () => ({ asides: ["pages"], isWide: false }),
  query: querySchema,
  result: flowSchema,
  async sum(sql, workspaceId, { of, mostStarts, ...query }) {
    const sequences = await listKeySequences(workspaceId, query, of, MOST_JOURNEY_SESSIONS, sql);
    return { flow: flowOf(sequences, query), starts: keysOf(sequences, mostStarts) };
  },
};

/** How the journeys of a period go on step by step, and from where one can look. */
export function getJourneyFlow(
  workspaceId: string,
  { from, to, timezone }: ReportPeriod,
  choice: z.output<typeof choices>,
  freshness?: Freshness,
): Promise<KeptFlow> {
  return readKept(FLOW_REPORT, workspaceId, { from, to, timezone, ...choice }, freshness);
}
