import { compareKept } from "#lib/attribution/kept/compare-kept.ts";
import { compareTiles } from "#lib/attribution/tiles/compare-tiles.ts";
import type { Sql } from "#lib/db/sql.ts";
import { sha256 } from "#lib/ids.ts";
import type { TableComparison } from "./compare.ts";

const EXAMPLES = 5;

/**
 * Compares what attribution has added up with the live rows that it was added up from; those were
 * compared with the ledger before. Sums that a change has made void are not looked at: no report is.
 */
export async function compareSums(sql: Sql, workspaceId: string): Promise<TableComparison[]> {
  const { tiles, differing } = await compareTiles(sql, workspaceId);
  const kept = await compareKept(sql, workspaceId);
  return [
    comparisonOf("attribution_tile", tiles, differing),
    comparisonOf("attribution_report", kept.reports, kept.differing),
  ];
}

function comparisonOf(table: string, rows: number, differing: readonly object[]): TableComparison {
  return {
    table,
    live: { rows, hash: sha256(`${rows} ${differing.length}`) },
    rebuilt: { rows, hash: sha256(`${rows} 0`) },
    isEqual: differing.length === 0,
    differingRows: differing.length,
    examples: differing
      .slice(0, EXAMPLES)
      .map((one) => ({ key: { ...one }, kind: "changed", columns: [] })),
  };
}
