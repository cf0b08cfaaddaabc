import { z } from "zod";
import type { Freshness, KeptReport } from "#lib/attribution/kept/kept-report.ts";
import { daysOf } from "#lib/attribution/kept/pieces.ts";
import { readKept } from "#lib/attribution/kept/read-kept.ts";
import { addDays, startOfDate } from "#lib/attribution/period.ts";
import { whole } from "#lib/columns.ts";
import type { Sql } from "#lib/db/sql.ts";
import { compareKeys } from "./compare-keys.ts";
import { periodInstants, periodSchema, type ReportPeriod } from "./report-period.ts";
import { addToMix, emptyMix, mixSchema, type ValidityMix } from "./validity-mix.ts";

/** Longer periods are drawn by month. */
const MOST_WEEK_DAYS = 1_100;

export interface EmailHealth {
  unit: "week" | "month";
  /** Results by the week (Monday to Sunday, local dates) in which they were first reported; oldest first. */
  overTime: { from: string; to: string; mix: ValidityMix }[];
  /** The same results by who validated; most first. */
  byProvider: { key: string | null; mix: ValidityMix }[];
  total: ValidityMix;
}

/** First dates of the weeks or months that a period touches; the first one is cut to the period. */
function datesOf({ from, to }: ReportPeriod, unit: EmailHealth["unit"]): string[] {
  const dates: string[] = [];
  for (let date = from; date <= to; ) {
    dates.push(date);
    const weekday = (new Date(date).getUTCDay() + 6) % 7;
    date = unit === "week" ? addDays(date, 7 - weekday) : monthAfter(date);
  }
  return dates;
}

function monthAfter(date: string): string {
  return `${addDays(`${date.slice(0, 7)}-01`, 31).slice(0, 7)}-01`;
}

const resultRow = z.object({
  bucket: z.int().min(1),
  provider: z.string().nullable(),
  validity: z.string().nullable(),
  count: whole,
});

async function sumHealth(
  sql: Sql,
  workspaceId: string,
  period: ReportPeriod,
): Promise<EmailHealth> {
  const days = (Date.parse(period.to) - Date.parse(period.from)) / 86_400_000 + 1;
  const unit = days <= MOST_WEEK_DAYS ? "week" : "month";
  const dates = datesOf(period, unit);
  const starts = dates.map((date) => new Date(startOfDate(date, period.timezone)).toISOString());
  const rows = await sql.query(
    `SELECT width_bucket("firstAt", $4::timestamptz[]) AS bucket, provider, validity, count(*) AS count
     FROM email_validation
     WHERE "workspaceId" = $1 AND "firstAt" >= $2::timestamptz AND "firstAt" < $3::timestamptz
     GROUP BY 1, 2, 3`,
    [workspaceId, ...periodInstants(period), starts],
  );
  const overTime = dates.map((from, at) => {
    const next = dates[at + 1];
    return { from, to: next ? addDays(next, -1) : period.to, mix: emptyMix() };
  });
  const providers = new Map<string | null, ValidityMix>();
  const total = emptyMix();
  for (const row of rows) {
    const { bucket, provider, validity, count } = resultRow.parse(row);
    const mix = providers.get(provider) ?? emptyMix();
    providers.set(provider, mix);
    for (const each of [overTime[bucket - 1]?.mix, mix, total]) {
      if (each) addToMix(each, validity, count);
    }
  }
  return { unit, overTime, byProvider: ranked(providers), total };
}

export const HEALTH_REPORT: KeptReport<ReportPeriod, EmailHealth> = {
  kind: "email-health",
  dependsOn: () => ({ asides: ["results"], isWide: false }),
  query: periodSchema,
  result: z.object({
    unit: z.enum(["week", "month"]),
    overTime: z.array(z.object({ from: z.string(), to: z.string(), mix: mixSchema })),
    byProvider: z.array(z.object({ key: z.string().nullable(), mix: mixSchema })),
    total: mixSchema,
  }),
  sum: sumHealth,
};

/**
 * Results of e-mail validation that were first reported in the period. A result is an e-mail with a
 * validity and error code: reported again it does not count again, another result of it does.
 */
export function getEmailHealth(
  workspaceId: string,
  { from, to, timezone }: ReportPeriod,
  freshness?: Freshness,
): Promise<EmailHealth> {
  return readKept(HEALTH_REPORT, workspaceId, { from, to, timezone }, freshness);
}

const sourceRow = z.object({
  source: z.string().nullable(),
  hasEmail: z.boolean(),
  validity: z.string().nullable(),
  count: whole,
});

export interface SourceHealth {
  /** Source of the visitor's first session; null for none, or a session without one. */
  key: string | null;
  /** Visitors, with and without an e-mail. */
  visitors: number;
  /** Of the primary e-mails. */
  mix: ValidityMix;
}

const BY_SOURCE = `
  SELECT nullif(s.source, '') AS source, v."primaryEmail" IS NOT NULL AS "hasEmail", v.validity,
    count(*) AS count
  FROM stage_reached g
  JOIN visitor v ON v."workspaceId" = $1 AND v.id = g."visitorId"
  LEFT JOIN session s ON s."workspaceId" = $1 AND s.sid = v."firstTouchSid"
  WHERE g."workspaceId" = $1 AND g.goal = 'identified'
    AND g."reachedAt" >= $2::timestamptz AND g."reachedAt" < $3::timestamptz
  GROUP BY 1, 2, 3`;

async function sumBySource(sql: Sql, workspaceId: string, period: ReportPeriod) {
  const sources = new Map<string | null, SourceHealth>();
  for (const day of daysOf(periodInstants(period))) {
    for (const row of await sql.query(BY_SOURCE, [workspaceId, ...day])) {
      const { source: key, hasEmail, validity, count } = sourceRow.parse(row);
      const found = sources.get(key) ?? { key, visitors: 0, mix: emptyMix() };
      sources.set(key, found);
      found.visitors += count;
      if (hasEmail) addToMix(found.mix, validity, count);
    }
  }
  return [...sources.values()].sort((a, b) => b.visitors - a.visitors || compareKeys(a.key, b.key));
}

export const SOURCES_REPORT: KeptReport<ReportPeriod, SourceHealth[]> = {
  kind: "email-sources",
  dependsOn: () => ({ asides: ["people"], isWide: true }),
  query: periodSchema,
  result: z.array(z.object({ key: z.string().nullable(), visitors: z.number(), mix: mixSchema })),
  sum: sumBySource,
};

/** Primary e-mails of the visitors who were first identified in the period, by where each first came from. */
export function listEmailHealthBySource(
  workspaceId: string,
  { from, to, timezone }: ReportPeriod,
  freshness?: Freshness,
): Promise<SourceHealth[]> {
  return readKept(SOURCES_REPORT, workspaceId, { from, to, timezone }, freshness);
}

function ranked(mixes: Map<string | null, ValidityMix>): EmailHealth["byProvider"] {
  const size = (mix: ValidityMix) => Object.values(mix).reduce((a, b) => a + b, 0);
  return [...mixes]
    .map(([key, mix]) => ({ key, mix }))
    .sort((a, b) => size(b.mix) - size(a.mix) || compareKeys(a.key, b.key));
}
