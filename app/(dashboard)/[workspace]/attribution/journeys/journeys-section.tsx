import { Route } from "lucide-react";
import { Choice } from "#components/attribution/choice.tsx";
import { formatShare } from "#components/attribution/credit-words.ts";
import { flowNodes, OTHER_KEYS } from "#components/attribution/reports/flow-nodes.ts";
import { PngButton } from "#components/attribution/reports/png-button.tsx";
import { RankedTable } from "#components/attribution/reports/ranked-table.tsx";
import { SankeyChart } from "#components/charts/sankey-chart.tsx";
import { Card } from "#components/ui/card.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { flowOf, keysOf } from "#lib/attribution/reports/journey-flow.ts";
import { listKeySequences, MOST_JOURNEY_SESSIONS } from "#lib/attribution/reports/key-sequences.ts";
import type { ReportPeriod } from "#lib/attribution/reports/report-period.ts";
import { formatNumber } from "#lib/format.ts";
import type { JourneyParams } from "./journey-params.ts";

interface Props {
  workspaceId: string;
  query: ReportPeriod;
  params: JourneyParams;
}

const STEPS = 4;
const TOP = 6;
const MOST_STARTS = 50;
const ANY = "any";

/** How visits go on from a page, or how visitors come back channel by channel. */
export async function JourneysSection({ workspaceId, query, params }: Props) {
  const { of, direction } = params;
  const sequences = await listKeySequences(workspaceId, query, of);
  const start = params.start === "" || params.start === ANY ? null : params.start;
  const flow = flowOf(sequences, { start, direction, steps: STEPS, top: TOP });
  const isForward = direction === "forward";
  const stepWords = (step: number) =>
    step === 0 ? "Start" : `${step} ${isForward ? "later" : "earlier"}`;
  const [unit, word] = of === "pages" ? ["sessions", "page"] : ["visitors", "channel"];
  const starts = [...new Set([...(start ? [start] : []), ...keysOf(sequences, MOST_STARTS)])];
  const anyStart = isForward ? `Where ${unit} begin` : `Where ${unit} end`;
  const drawing = flowNodes(flow, stepWords, isForward ? "No further" : "Nothing earlier");
  const rows = flow.steps.flatMap((nodes, step) =>
    nodes.map(({ key, count, ended }) => ({
      key: JSON.stringify([step, key]),
      label: key ?? OTHER_KEYS,
      isMuted: key === null,
      cells: [
        stepWords(step),
        formatNumber(count),
        formatShare(count, flow.total),
        formatNumber(ended),
        formatShare(ended, count),
      ],
    })),
  );
  return (
    <>
      <section aria-label="Journeys" className="flex flex-wrap gap-3">
        <Choice
          label="Journeys of"
          param="of"
          value={of}
          items={[
            { value: "pages", label: "Pages in a session" },
            { value: "channels", label: "Channels of a visitor" },
          ]}
          className="w-48 max-sm:flex-1"
        />
        <Choice
          label="Direction"
          param="direction"
          value={direction}
          items={[
            { value: "forward", label: "Forward" },
            { value: "backward", label: "Backward" },
          ]}
          className="w-32 max-sm:flex-1"
        />
        <Choice
          label={isForward ? "From" : "Back from"}
          param="start"
          value={start ?? ANY}
          items={[
            { value: ANY, label: anyStart },
            ...starts.map((key) => ({ value: key, label: key })),
          ]}
          className="w-64 max-sm:w-full"
        />
      </section>
      {flow.total === 0 ? (
        <EmptyState
          icon={<Route />}
          title="No journey here"
          text={`Nobody had such a ${word} in this period. Choose another start, or widen the period.`}
          className="rounded-lg border border-line"
        />
      ) : (
        <>
          <Card>
            <SankeyChart
              title={isForward ? "What follows" : "What came before"}
              description={`${formatNumber(flow.total)} ${unit}, from left to right${isForward ? "" : " back in time"}; the ${TOP} most frequent of each step. Of the latest ${formatNumber(MOST_JOURNEY_SESSIONS)} sessions of the period at most`}
              actions={<PngButton name="journeys" />}
              unit={unit}
              {...drawing}
            />
          </Card>
          <RankedTable
            id="journey-steps"
            title="Step by step"
            note={`Each of the ${unit} is in one row of every step that it has. Drop-off: those that go no further.`}
            head={[
              of === "pages" ? "Page" : "Channel",
              "Step",
              "Count",
              "Of all",
              "Drop-off",
              "Share",
            ]}
            rows={rows}
            emptyText="No journey."
          />
        </>
      )}
    </>
  );
}
