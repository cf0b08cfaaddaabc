import { z } from "zod";
import { factsColumn } from "#lib/columns.ts";
import {
  type CompanyContribution,
  refreshCompanyTotals,
  storeCompanies,
} from "#lib/companies/store-companies.ts";
import type { Sql } from "#lib/db/sql.ts";
import { upsertRows } from "#lib/db/upsert.ts";
import { sha256 } from "#lib/ids.ts";
import { canonicalJson } from "#lib/json.ts";
import { packFacts } from "#lib/packed-facts.ts";
import { rescoreCompanies } from "#lib/scoring/rescore-visitors.ts";

const ERASED_COMPANY = {
  table: "erased_company",
  key: ["key", "digest"],
  columns: { key: "text", digest: "text", facts: "jsonb" },
};

const row = z.object({ key: z.string(), facts: factsColumn });

/** Keeps what events that are about to be erased say of companies. */
export async function keepCompanies(
  sql: Sql,
  workspaceId: string,
  companies: readonly CompanyContribution[],
): Promise<void> {
  const rows = companies.map(({ key, facts }) => {
    const packed = packFacts(facts);
    const digest = sha256(canonicalJson(JSON.parse(JSON.stringify(packed)))).slice(0, 32);
    return { key, digest, facts: packed };
  });
  const distinct = new Map(rows.map((one) => [`${one.key}\n${one.digest}`, one]));
  await upsertRows(sql, ERASED_COMPANY, workspaceId, [...distinct.values()], "nothing");
}

const PAGE = 500;

/** Tells the companies what erased events said of them: the ledger no longer does. */
export async function restoreCompanies(sql: Sql, workspaceId: string): Promise<void> {
  let [key, digest] = ["", ""];
  for (;;) {
    // erased_company_pkey.
    const rows = await sql.query(
      `SELECT "key", "digest", "facts" FROM erased_company
       WHERE "workspaceId" = $1 AND ("key", "digest") > ($2, $3)
       ORDER BY "key", "digest" LIMIT ${PAGE}`,
      [workspaceId, key, digest],
    );
    const companies = rows.map((one) => row.parse(one));
    const changed = await storeCompanies(sql, workspaceId, companies);
    const rescored = await rescoreCompanies(sql, workspaceId, changed);
    await refreshCompanyTotals(sql, workspaceId, rescored);
    const last = rows.at(-1);
    if (!last || rows.length < PAGE) return;
    [key, digest] = [String(last.key), String(last.digest)];
  }
}
