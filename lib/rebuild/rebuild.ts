import { forgetTiles } from "#lib/attribution/tiles/forget-tiles.ts";
import type { Engine, Sql } from "#lib/db/sql.ts";
import { correctionsVersion } from "#lib/identity/correction-store.ts";
import { log } from "#lib/log.ts";
import { compareTables, type TableComparison } from "./compare.ts";
import { compareSums } from "./compare-sums.ts";
import { catchUp, changedMeanwhile, fillShadow } from "./fill-shadow.ts";
import { prunedTo } from "./pruned-to.ts";
import { closeShadow, leaveShadow, openShadow, type Shadow } from "./shadow.ts";
import { swapIn, type TableSwap } from "./swap.ts";

export interface RebuildOptions {
  /** Called as deliveries are taken from the ledger. */
  onProgress?: ((deliveries: number) => void) | undefined;
}

/**
 * Builds the projections of a workspace anew from the ledger and compares them with the live ones.
 * Changes nothing. Works beside a running installation, whose projection of this workspace pauses for
 * the comparison. Throws `conflict` while another rebuild or check is at work.
 */
export function checkWorkspace(
  engine: Engine,
  workspaceId: string,
  options: RebuildOptions = {},
): Promise<{ deliveries: number; tables: TableComparison[] }> {
  return withShadow(engine, workspaceId, options, async (tx, shadow) => {
    await leaveShadow(tx, shadow);
    const tables = await compareTables(tx, shadow, workspaceId);
    return [...tables, ...(await compareSums(tx, workspaceId))];
  });
}

/**
 * Builds the projections of a workspace anew from the ledger and swaps them in, all at once. Readers are
 * never held up; the projection of this workspace pauses for the swap. Deliveries and what people wrote
 * stay as they are, but for records whose visitor got another id. Throws as `checkWorkspace` does.
 */
export function rebuildWorkspace(
  engine: Engine,
  workspaceId: string,
  options: RebuildOptions = {},
): Promise<{ deliveries: number; tables: TableSwap[] }> {
  return withShadow(engine, workspaceId, options, async (tx, shadow) => {
    await forgetTiles(tx, workspaceId);
    return swapIn(tx, shadow, workspaceId);
  });
}

async function withShadow<T>(
  engine: Engine,
  workspaceId: string,
  { onProgress }: RebuildOptions,
  finish: (tx: Sql, shadow: Shadow) => Promise<T>,
): Promise<{ deliveries: number; tables: T }> {
  const shadow = await openShadow(engine);
  try {
    const corrections = await correctionsVersion(engine, workspaceId);
    const pruned = await prunedTo(engine, workspaceId);
    const filled = await fillShadow(engine, shadow, workspaceId, onProgress);
    return await engine.longTransaction(async (tx) => {
      const late = await catchUp(tx, shadow, workspaceId, corrections);
      if ((await prunedTo(tx, workspaceId)) !== pruned) throw changedMeanwhile();
      return { deliveries: filled + late, tables: await finish(tx, shadow) };
    });
  } finally {
    await closeShadow(engine, shadow).catch((error: unknown) => {
      // The outcome stands without it; the next run clears away what is left.
      log().warn({ err: error }, "the shadow tables could not be removed");
    });
  }
}
