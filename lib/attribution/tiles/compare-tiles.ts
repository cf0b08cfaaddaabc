import { z } from "zod";
import { periodOf } from "#lib/attribution/period.ts";
import type { Sql } from "#lib/db/sql.ts";
import { canonicalJson } from "#lib/json.ts";
import type { Span } from "./spans.ts";
import { loadStamps } from "./stamps.ts";
import { sumCreditSpan } from "./sum-credit.ts";
import { sumTrafficSpan } from "./sum-traffic.ts";

const HOUR_MS = 3_600_000;

const tileRow = z.object({ timezone: z.string(), kind: z.string(), span: z.string() });
const cellsRow = z.object({ cells: z.record(z.string(), z.unknown()) });

/** A tile that says something else than what it was added up from. */
export interface DifferingTile {
  timezone: string;
  /** `traffic`, or a goal. */
  kind: string;
  span: string;
}

/**
 * Adds every tile that counts as up to date up again, in the caller's transaction, and returns how many
 * there are and those that differ.
 */
export async function compareTiles(
  tx: Sql,
  workspaceId: string,
): Promise<{ tiles: number; differing: DifferingTile[] }> {
  const rows = await tx.query(
    `SELECT timezone, kind, span FROM attribution_tile WHERE "workspaceId" = $1
     ORDER BY timezone, kind, span`,
    [workspaceId],
  );
  const differing: DifferingTile[] = [];
  let tiles = 0;
  for (const row of rows) {
    const tile = tileRow.parse(row);
    const span = spanOf(tile.span, tile.timezone);
    const stamps = await loadStamps(tx, workspaceId, tile.timezone, tile.kind, [span]);
    if (!stamps.get(span.id)?.isValid) continue;
    tiles++;
    const [stored, summed] =
      tile.kind === "traffic"
        ? [
            await listStored(tx, "attribution_traffic", "TRUE", workspaceId, tile),
            await sumTrafficSpan(tx, workspaceId, tile.timezone, span),
          ]
        : [
            await listStored(tx, "attribution_credit", "goal = $4", workspaceId, tile),
            await sumCreditSpan(tx, workspaceId, tile.kind, span),
          ];
    if (canonical(stored) !== canonical(summed)) differing.push(tile);
  }
  return { tiles, differing };
}

function spanOf(id: string, timezone: string): Span {
  const [date = "", hour] = id.split("T");
  const { start, end } = periodOf(date, date, timezone);
  if (hour === undefined) return { id, date, start, end };
  const from = start + Number(hour) * HOUR_MS;
  return { id, date, start: from, end: Math.min(from + HOUR_MS, end) };
}

async function listStored(
  tx: Sql,
  table: string,
  ofGoal: string,
  workspaceId: string,
  { timezone, kind, span }: DifferingTile,
) {
  const rows = await tx.query(
    `SELECT to_jsonb(t) - 'workspaceId' - 'timezone' - 'goal' - 'span' - 'date' AS cells FROM ${table} t
     WHERE "workspaceId" = $1 AND timezone = $2 AND span = $3 AND ${ofGoal} AND $4::text IS NOT NULL`,
    [workspaceId, timezone, span, kind],
  );
  return rows.map((row) => cellsRow.parse(row).cells);
}

/** Rows in a form in which equal sums are equal, whatever their order and place. */
function canonical(rows: readonly Record<string, unknown>[]): string {
  const texts = rows.map(({ position: _, ...row }) =>
    canonicalJson(
      Object.fromEntries(
        Object.entries(row).map(([name, value]) => [
          name,
          typeof value === "number" ? String(value) : value,
        ]),
      ),
    ),
  );
  return texts.sort().join("\n");
}
