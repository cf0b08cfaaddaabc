import type { Sql } from "#lib/db/sql.ts";
import { firstTimeId } from "#lib/ids.ts";
import type { PruneAt, PruneStep } from "./prune-step.ts";

const PAGE = 500;
/** The proofs of erasures stay: they hold counts and nobody's data. */
const PROOF = "privacy.erased";

/** Deletes (or counts) rows of a table by a condition over `t`, a page at a time. */
async function removeRows(
  tx: Sql,
  { workspaceId, after, dryRun }: PruneAt,
  table: string,
  condition: string,
  values: readonly unknown[],
): Promise<PruneStep> {
  const old = `FROM ${table} t WHERE t."workspaceId" = $1 AND t."id" > $2 AND ${condition}`;
  const all = [workspaceId, after ?? "", ...values];
  const rows = await tx.query(`SELECT t."id" ${old} ORDER BY t."id" LIMIT ${PAGE}`, all);
  const ids = rows.map((row) => String(row.id));
  if (!dryRun && ids.length > 0) {
    if (table === "delivery") {
      await tx.query(
        `DELETE FROM delivery_body WHERE "workspaceId" = $1 AND "deliveryId" = ANY($2::text[])`,
        [workspaceId, ids],
      );
    }
    await tx.query(`DELETE FROM ${table} WHERE "workspaceId" = $1 AND "id" = ANY($2::text[])`, [
      workspaceId,
      ids,
    ]);
  }
  return { count: ids.length, next: ids.length < PAGE ? null : (ids.at(-1) ?? null) };
}

/** Rows of the ledger on which nothing stands: what was ignored, rejected or known before. */
export function pruneDeliveries(tx: Sql, at: PruneAt): Promise<PruneStep> {
  return removeRows(
    tx,
    at,
    "delivery",
    `t."id" < $3 AND t."state" IN ('ignored', 'duplicate', 'quarantined', 'dead') AND NOT EXISTS (
       SELECT 1 FROM event e WHERE e."workspaceId" = $1 AND e."eventId" = t."eventId"
         AND e."hash" = t."bodyHash" AND e."deliveryId" = t."id")`,
    [firstTimeId("del", at.before.getTime())],
  );
}

/** Lines of the audit log. */
export function pruneAudit(tx: Sql, at: PruneAt): Promise<PruneStep> {
  return removeRows(tx, at, "audit_entry", `t."at" < $3 AND t."action" <> $4`, [at.before, PROOF]);
}

/** Files that jobs made: exports and what an import could not take. */
export function pruneFiles(tx: Sql, at: PruneAt): Promise<PruneStep> {
  return removeRows(tx, at, "job_file", `t."createdAt" < $3`, [at.before]);
}

/** Jobs that are done. */
export function pruneJobRows(tx: Sql, at: PruneAt): Promise<PruneStep> {
  return removeRows(tx, at, "job", `t."finishedAt" < $3`, [at.before]);
}
