"use client";

import { ResponsiveContainer, Sankey, Tooltip } from "recharts";
import { type ChartBase, ChartFrame } from "./chart-frame.tsx";
import { SankeyLabel } from "./sankey-label.tsx";
import { formatValue } from "./value-format.ts";

export type SankeyChartProps = ChartBase & {
  /** In columns from left to right; `muted`: an end, not a place. */
  nodes: readonly { name: string; step: string; value: number; muted?: boolean }[];
  /** By the place of the nodes in their list. */
  links: readonly { source: number; target: number; value: number }[];
};

/** How much flows from where to where, column by column. */
export function SankeyChart(props: SankeyChartProps) {
  const { nodes, links, unit, height = 420, ...frame } = props;
  const nameOf = (at: number) => `${nodes[at]?.step}: ${nodes[at]?.name}`;
  return (
    <ChartFrame
      {...frame}
      height={height}
      empty={links.length === 0}
      twin={{
        head: ["From and to", unit ?? "Count"],
        rows: links.map(({ source, target, value }) => ({
          name: `${nameOf(source)} → ${nameOf(target)}`,
          cells: [formatValue(value)],
        })),
      }}
    >
      <section
        aria-label={`${props.title}, drawing`}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide drawing is scrolled with the arrow keys
        tabIndex={0}
        className="h-full overflow-x-auto overflow-y-hidden focus-visible:-outline-offset-2"
      >
        <div className="h-full min-w-176">
          <ResponsiveContainer width="100%" height="100%">
            <Sankey
              data={{ nodes: [...nodes], links: [...links] }}
              align="left"
              sort={false}
              nodeWidth={8}
              nodePadding={22}
              iterations={48}
              margin={{ top: 8, right: 150, bottom: 16, left: 4 }}
              node={(node) => <SankeyLabel {...node} />}
              link={{ stroke: "var(--color-chart-1)", strokeOpacity: 0.18 }}
            >
              <Tooltip
                isAnimationActive={false}
                contentStyle={{
                  background: "var(--color-raised)",
                  border: "1px solid var(--color-line)",
                  borderRadius: 6,
                  fontSize: 12,
                }}
                itemStyle={{ color: "var(--color-ink)" }}
              />
            </Sankey>
          </ResponsiveContainer>
        </div>
      </section>
    </ChartFrame>
  );
}
