import { FIRST_DATES_REPORT } from "#lib/attribution/first-dates.ts";
import { FIRST_MODELS_REPORT } from "#lib/attribution/first-models.ts";
import { FIRST_ROWS_REPORT } from "#lib/attribution/first-rows.ts";
import { CAMPAIGN_REPORT } from "#lib/attribution/reports/campaign.ts";
import { FACTS_REPORT } from "#lib/attribution/reports/campaign-facts.ts";
import { COUNTRIES_REPORT } from "#lib/attribution/reports/countries.ts";
import { CREDIT_REPORT } from "#lib/attribution/reports/credit.ts";
import { HEALTH_REPORT, SOURCES_REPORT } from "#lib/attribution/reports/email-health.ts";
import { FUNNEL_REPORT } from "#lib/attribution/reports/funnel.ts";
import { FLOW_REPORT } from "#lib/attribution/reports/kept-flow.ts";
import type { ReportPeriod } from "#lib/attribution/reports/report-period.ts";
import { PAST_CREDIT } from "#lib/attribution/tiles/read-credit.ts";
import { PAST_TRAFFIC } from "#lib/attribution/tiles/read-traffic.ts";
import { TRAFFIC_REPORT } from "#lib/attribution/traffic.ts";
import type { Sql } from "#lib/db/sql.ts";
import type { KeptReport } from "./kept-report.ts";
import { workOut } from "./read-kept.ts";
import { findStored } from "./stored-report.ts";

/** A stored report by its kind, with its question read back. */
export interface StoredReport {
  isOfSums: boolean;
  /** The stamp of today, that of what is stored, and its result as text. */
  find(sql: Sql): Promise<{ now: string; stamp: string | null; result: string | null }>;
  /** Works it out anew without storing it. */
  sum(sql: Sql): Promise<unknown>;
  /** Works it out anew and stores it. */
  refresh(stamp: string): Promise<unknown>;
}

type Opener = (workspaceId: string, query: unknown) => StoredReport;

function opener<Query extends ReportPeriod, Result>(report: KeptReport<Query, Result>): Opener {
  return (workspaceId, raw) => {
    const query = report.query.parse(raw);
    return {
      isOfSums: report.isOfSums ?? false,
      find: (sql) => findStored(sql, workspaceId, report, query),
      sum: (sql) => report.sum(sql, workspaceId, query),
      refresh: (stamp) => workOut(report, workspaceId, query, stamp),
    };
  };
}

/** Every kind of report that is kept whole, one line each. */
const OPENERS: Record<string, Opener> = {
  [FUNNEL_REPORT.kind]: opener(FUNNEL_REPORT),
  [COUNTRIES_REPORT.kind]: opener(COUNTRIES_REPORT),
  [HEALTH_REPORT.kind]: opener(HEALTH_REPORT),
  [SOURCES_REPORT.kind]: opener(SOURCES_REPORT),
  [CAMPAIGN_REPORT.kind]: opener(CAMPAIGN_REPORT),
  [FACTS_REPORT.kind]: opener(FACTS_REPORT),
  [FLOW_REPORT.kind]: opener(FLOW_REPORT),
  [CREDIT_REPORT.kind]: opener(CREDIT_REPORT),
  [FIRST_ROWS_REPORT.kind]: opener(FIRST_ROWS_REPORT),
  [FIRST_MODELS_REPORT.kind]: opener(FIRST_MODELS_REPORT),
  [FIRST_DATES_REPORT.kind]: opener(FIRST_DATES_REPORT),
  [PAST_CREDIT.kind]: opener(PAST_CREDIT),
  [PAST_TRAFFIC.kind]: opener(PAST_TRAFFIC),
  [TRAFFIC_REPORT.kind]: opener(TRAFFIC_REPORT),
};

/** A stored report; null for a kind or a question that this version does not know. */
export function openStored(kind: string, workspaceId: string, query: unknown): StoredReport | null {
  const open = OPENERS[kind];
  try {
    return open ? open(workspaceId, query) : null;
  } catch {
    return null;
  }
}
