import type { SankeyChartProps } from "#components/charts/sankey-chart.tsx";
import type { JourneyFlow } from "#lib/attribution/reports/journey-flow.ts";

export const OTHER_KEYS = "All others";

/** A flow as a drawing: a node for each key of each step, and one after it for who goes no further. */
export function flowNodes(
  { steps, links }: JourneyFlow,
  stepWords: (step: number) => string,
  endWords: string,
): Pick<SankeyChartProps, "nodes" | "links"> {
  const nodes: SankeyChartProps["nodes"][number][] = [];
  const drawn: SankeyChartProps["links"][number][] = [];
  const places = new Map<string, number>();
  const nameOf = (step: number, key: string | null) => JSON.stringify([step, key]);
  const placeOf = (step: number, key: string | null) => places.get(nameOf(step, key)) ?? 0;
  steps.forEach((step, at) => {
    for (const { key, count } of step) {
      places.set(nameOf(at, key), nodes.length);
      nodes.push({ name: key ?? OTHER_KEYS, step: stepWords(at), value: count });
    }
  });
  for (const { step, from, to, count } of links) {
    drawn.push({ source: placeOf(step, from), target: placeOf(step + 1, to), value: count });
  }
  steps.forEach((step, at) => {
    const ending = step.filter(({ ended }) => ended > 0);
    // After the last step nobody knows who goes on.
    if (ending.length === 0 || (at > 0 && at === steps.length - 1)) return;
    const value = ending.reduce((sum, { ended }) => sum + ended, 0);
    nodes.push({ name: endWords, step: stepWords(at + 1), value, muted: true });
    for (const { key, ended } of ending) {
      drawn.push({ source: placeOf(at, key), target: nodes.length - 1, value: ended });
    }
  });
  return { nodes, links: drawn };
}
