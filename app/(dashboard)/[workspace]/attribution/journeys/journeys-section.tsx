import { Route } from "lucide-react";
import { csvHref } from "#app/(dashboard)/[workspace]/attribution/csv-href.ts";
import { Choice } from "#components/attribution/choice.tsx";
import { formatShare } from "#components/attribution/credit-words.ts";
import { AsOf } from "#components/attribution/reports/as-of.tsx";
import { CsvLink } from "#components/attribution/reports/download-links.tsx";
import { flowNodes, OTHER_KEYS } from "#components/attribution/reports/flow-nodes.ts";
import { PngButton } from "#components/attribution/reports/png-button.tsx";
import { RankedTable } from "#components/attribution/reports/ranked-table.tsx";
import { SankeyChart } from "#components/charts/sankey-chart.tsx";
import { Card } from "#components/ui/card.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { freshness } from "#lib/attribution/kept/kept-report.ts";
import { getJourneyFlow } from "#lib/attribution/reports/kept-flow.ts";
import { MOST_JOURNEY_SESSIONS } from "#lib/attribution/reports/key-sequences.ts";
import type { AttributionQuery } from "#lib/attribution/search-params.ts";
import { formatNumber } from "#lib/format.ts";
import type { JourneyParams } from "./journey-params.ts";

interface Props {
  workspaceId: string;
  path: string;
  query: AttributionQuery;
  params: JourneyParams;
}

const STEPS = 4;
const TOP = 6;
const MOST_STARTS = 50;
const ANY = "any";

/** How visits go on from a page, or how visitors come back channel by channel. */
export async function JourneysSection({ workspaceId, path, query, params }: Props) {
  const { of, direction } = params;
  const shown = freshness();
  const start = params.start === "" || params.start === ANY ? null : params.start;
  const choice = { of, start, direction, steps: STEPS, top: TOP, mostStarts: MOST_STARTS };
  const { flow, starts: most } = await getJourneyFlow(workspaceId, query, choice, shown);
  const isForward = direction === "forward";
  const stepWords = (step: number) =>
    step === 0 ? "Start" : `${step} ${isForward ? "later" : "earlier"}`;
  const [unit, word] = of === "pages" ? ["sessions", "page"] : ["visitors", "channel"];
  const starts = [...new Set([...(start ? [start] : []), ...most])];
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
          <AsOf shown={shown} timezone={query.timezone} />
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
            actions={
              <CsvLink
                href={`${csvHref(path, "journeys", query)}&${new URLSearchParams(params)}`}
                of="journeys"
              />
            }
            emptyText="No journey."
          />
        </>
      )}
    </>
  );
}
