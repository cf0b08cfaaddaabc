import { compareTiles } from "#lib/attribution/tiles/compare-tiles.ts";
import type { Sql } from "#lib/db/sql.ts";
import { sha256 } from "#lib/ids.ts";
import type { TableComparison } from "./compare.ts";

const EXAMPLES = 5;

/**
 * Compares what attribution has added up with the live rows that it was added up from; those were
 * compared with the ledger before. Sums that a change has made void are not looked at: no report is.
 */
export async function compareSums(sql: Sql, workspaceId: string): Promise<TableComparison> {
  const { tiles, differing } = await compareTiles(sql, workspaceId);
  const isEqual = differing.length === 0;
  return {
    table: "attribution_tile",
    live: { rows: tiles, hash: sha256(`${tiles} ${differing.length}`) },
    rebuilt: { rows: tiles, hash: sha256(`${tiles} 0`) },
    isEqual,
    differingRows: differing.length,
    examples: differing
      .slice(0, EXAMPLES)
      .map((tile) => ({ key: { ...tile }, kind: "changed", columns: [] })),
  };
}
