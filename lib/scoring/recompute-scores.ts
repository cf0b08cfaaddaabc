import { z } from "zod";
import { refreshCompanyTotals } from "#lib/companies/store-companies.ts";
import { sql } from "#lib/db/client.ts";
import { holdProjection } from "#lib/db/hold-projection.ts";
import type { Sql } from "#lib/db/sql.ts";
import { getActiveRules } from "#lib/scoring/active-rules.ts";
import { scoreNextVisitors } from "#lib/scoring/rescore-visitors.ts";

// A batch holds up the projection of its workspace, so it is short.
const BATCH = 500;

/** Where a recompute stands: what it goes through, in the order of their ids, and how far it came. */
export const recomputeState = z.object({
  phase: z.enum(["visitors", "companies"]),
  after: z.string(),
  done: z.int(),
});
export type RecomputeState = z.output<typeof recomputeState>;

const START: RecomputeState = { phase: "visitors", after: "", done: 0 };
const totalRow = z.object({ total: z.int() });
const idRow = z.object({ id: z.string() });
const staleRow = z.object({ stale: z.boolean() });

/**
 * Scores everybody anew by the rules in force, then adds up the companies, batch by batch, each in its own
 * transaction that holds the projection. What is projected meanwhile is scored by the same rules, so
 * whoever comes first, the last word is theirs. May be repeated and picked up at any state.
 */
export async function recomputeScores(
  workspaceId: string,
  onProgress: (state: RecomputeState, total: number) => Promise<void> = async () => {},
  from: RecomputeState = START,
): Promise<void> {
  const total = await countAll(workspaceId);
  let state: RecomputeState | null = from;
  while (state) {
    const current: RecomputeState = state;
    state = await sql().transaction(async (tx) => {
      await holdProjection(tx, workspaceId);
      return step(tx, workspaceId, current);
    });
    if (state) await onProgress(state, Math.max(total, state.done));
  }
}

/**
 * The same for tables that nobody else writes, inside the caller's transaction, if there is anybody whom
 * older rules scored: a rebuild that the rules changed under.
 */
export async function settleScores(tx: Sql, workspaceId: string): Promise<void> {
  const { version } = await getActiveRules(tx, workspaceId);
  const [row] = await tx.query(
    `SELECT EXISTS (SELECT 1 FROM visitor WHERE "workspaceId" = $1 AND "scoreVersion" <> $2) AS stale`,
    [workspaceId, version],
  );
  let state: RecomputeState | null = staleRow.parse(row).stale ? START : null;
  while (state) state = await step(tx, workspaceId, state);
}

/** One batch. Returns where the next one begins; null when all is done. */
async function step(
  tx: Sql,
  workspaceId: string,
  state: RecomputeState,
): Promise<RecomputeState | null> {
  const { phase, after, done } = state;
  if (phase === "visitors") {
    const set = await getActiveRules(tx, workspaceId);
    const { last, seen } = await scoreNextVisitors(tx, workspaceId, set, after, BATCH);
    if (last === null) return { phase: "companies", after: "", done };
    return { phase, after: last, done: done + seen };
  }
  const rows = await tx.query(
    `SELECT c."id" FROM company c WHERE c."workspaceId" = $1 AND c."id" > $2 ORDER BY c."id" LIMIT $3`,
    [workspaceId, after, BATCH],
  );
  const ids = rows.map((row) => idRow.parse(row).id);
  await refreshCompanyTotals(tx, workspaceId, ids);
  const last = ids.at(-1);
  return last === undefined ? null : { phase, after: last, done: done + ids.length };
}

async function countAll(workspaceId: string): Promise<number> {
  const [row] = await sql().query(
    `SELECT ((SELECT count(*) FROM visitor WHERE "workspaceId" = $1)
      + (SELECT count(*) FROM company WHERE "workspaceId" = $1))::int AS total`,
    [workspaceId],
  );
  return totalRow.parse(row).total;
}
