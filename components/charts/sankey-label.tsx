import { z } from "zod";
import { formatCompact } from "#lib/format.ts";

type SankeyLabelProps = {
  x: number;
  y: number;
  width: number;
  height: number;
  /** Recharts hands our node through, with more of its own. */
  payload: object;
};

const nodeSchema = z.object({ name: z.string(), value: z.number(), muted: z.boolean().optional() });
const MOST_LETTERS = 22;

/** A node as a bar with its name and number beside it. */
export function SankeyLabel({ x, y, width, height, payload }: SankeyLabelProps) {
  const { name, value, muted = false } = nodeSchema.parse(payload);
  const text = name.length > MOST_LETTERS ? `${name.slice(0, MOST_LETTERS - 1)}…` : name;
  return (
    <g>
      <title>{`${name}: ${value}`}</title>
      <rect
        x={x}
        y={y}
        width={width}
        height={Math.max(height, 1)}
        rx={2}
        fill={muted ? "var(--color-chart-muted)" : "var(--color-chart-1)"}
      />
      <text
        x={x + width + 6}
        y={y + height / 2}
        dominantBaseline="central"
        fontSize={11}
        fill={muted ? "var(--color-ink-muted)" : "var(--color-ink)"}
      >
        {text}
        <tspan dx={5} fill="var(--color-ink-muted)">
          {formatCompact(value)}
        </tspan>
      </text>
    </g>
  );
}
