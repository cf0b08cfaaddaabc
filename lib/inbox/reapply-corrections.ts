import type { Sql } from "#lib/db/sql.ts";
import {
  correctedThings,
  listCorrectionsSince,
  type StoredCorrection,
} from "#lib/identity/correction-store.ts";
import { listCorrected } from "#lib/identity/select-evidence.ts";
import { reassign } from "#lib/inbox/project.ts";

/**
 * Brings the tables in line with corrections that were made or revoked just now. The caller holds the
 * projection. Returns the visitors that were derived again.
 */
export async function applyCorrections(
  sql: Sql,
  workspaceId: string,
  changed: readonly StoredCorrection[],
): Promise<Set<string>> {
  if (changed.length === 0) return new Set();
  const things = await correctedThings(sql, workspaceId, changed);
  return reassign(sql, workspaceId, await listCorrected(sql, workspaceId, things));
}

/** Applies what was corrected after a version: a rebuild that began before it is brought level so. */
export async function applyCorrectionsSince(
  sql: Sql,
  workspaceId: string,
  version: string,
): Promise<void> {
  await applyCorrections(sql, workspaceId, await listCorrectionsSince(sql, workspaceId, version));
}
