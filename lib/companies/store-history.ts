import type { CompanyContribution } from "#lib/companies/store-companies.ts";
import type { Sql } from "#lib/db/sql.ts";
import { upsertRows } from "#lib/db/upsert.ts";
import { numberFact, textFact } from "#lib/fact-values.ts";
import type { Facts } from "#lib/facts.ts";
import { sha256 } from "#lib/ids.ts";

const COMPANY_HISTORY = {
  table: "company_history",
  key: ["companyId", "at", "digest"],
  columns: {
    companyId: "text",
    at: "timestamptz",
    digest: "text",
    provider: "text",
    employeeCount: "bigint",
    headcount: "bigint",
    followers: "bigint",
    monthlyVisitors: "bigint",
  },
};

const EARLIEST = Date.UTC(2000, 0, 1);
const LATEST = Date.UTC(2100, 0, 1);

/**
 * Notes the figures of each enrichment by its own time. A row is known by all that it says, so repeats
 * and any order give the same rows.
 */
export async function storeCompanyHistory(
  sql: Sql,
  workspaceId: string,
  contributions: readonly CompanyContribution[],
  idOf: (key: string) => string,
): Promise<void> {
  const rows = new Map<string, Record<string, string | number | Date | null>>();
  for (const { key, facts } of contributions) {
    const figures = {
      provider: facts.enrichedAt?.origin.provider ?? null,
      employeeCount: whole(facts, "employeeCount"),
      headcount: whole(facts, "headcount.total"),
      followers: whole(facts, "linkedinFollowers.count"),
      monthlyVisitors: whole(facts, "webTraffic.monthlyVisitors"),
    };
    const { provider: _, ...numbers } = figures;
    const at = Date.parse(textFact(facts, "enrichedAt") ?? "");
    const isKnown = Object.values(numbers).some((value) => value !== null);
    if (!isKnown || !(at >= EARLIEST && at <= LATEST)) continue;
    const digest = sha256(JSON.stringify(Object.values(figures))).slice(0, 16);
    const companyId = idOf(key);
    rows.set(`${companyId} ${at} ${digest}`, { companyId, at: new Date(at), digest, ...figures });
  }
  await upsertRows(sql, COMPANY_HISTORY, workspaceId, [...rows.values()], "nothing");
}

function whole(facts: Facts, field: string): number | null {
  const value = numberFact(facts, field);
  return value !== null && Number.isSafeInteger(Math.round(value)) ? Math.round(value) : null;
}
