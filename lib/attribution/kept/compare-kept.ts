import { z } from "zod";
import type { Sql } from "#lib/db/sql.ts";
import { canonicalJson } from "#lib/json.ts";
import { openStored } from "./kept-reports.ts";

const row = z.object({ kind: z.string(), question: z.string(), query: z.unknown() });

/** A kept report that says something else than the rows that it was worked out from. */
export interface DifferingReport {
  kind: string;
  question: string;
}

/**
 * Works out every kept report that counts as up to date again, in the caller's transaction, and returns
 * how many there are and those that differ.
 */
export async function compareKept(
  tx: Sql,
  workspaceId: string,
): Promise<{ reports: number; differing: DifferingReport[] }> {
  const rows = await tx.query(
    `SELECT kind, question, query FROM attribution_report WHERE "workspaceId" = $1
     ORDER BY kind, question`,
    [workspaceId],
  );
  const differing: DifferingReport[] = [];
  let reports = 0;
  for (const each of rows) {
    const { kind, question, query } = row.parse(each);
    const stored = openStored(kind, workspaceId, query);
    if (!stored || stored.isOfSums) continue;
    const found = await stored.find(tx);
    if (!found.result || found.stamp !== found.now) continue;
    reports++;
    const summed: unknown = JSON.parse(JSON.stringify(await stored.sum(tx)));
    if (canonicalJson(JSON.parse(found.result)) !== canonicalJson(summed)) {
      differing.push({ kind, question });
    }
  }
  return { reports, differing };
}
