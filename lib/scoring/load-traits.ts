import { z } from "zod";
import type { Sql } from "#lib/db/sql.ts";
import type { RuleSet } from "#lib/scoring/active-rules.ts";
import type { FitTraits } from "#lib/scoring/fit.ts";
import type { IntentTraits } from "#lib/scoring/intent.ts";
import type { OutcomeTraits } from "#lib/scoring/outcome-effect.ts";
import { likePattern } from "#lib/scoring/page-pattern.ts";
import { OUTCOME_STATUSES } from "#lib/worklist/account.ts";

/** Everything about a visitor that its score depends on. */
export interface ScoreTraits extends FitTraits, IntentTraits, OutcomeTraits {}

/** The part that stands in the visitor's own row and goals: projection knows it before it is written. */
export interface ScoreSubject {
  id: string;
  companyId: string | null;
  jobTitle: string | null;
  countryCode: string | null;
  firstTouchSid: string | null;
  goals: readonly { goal: string; at: number }[];
}

// However long somebody's history is, a score costs no more than this. Older ones have faded anyway.
const SESSIONS = 50;
const PAGE_VIEWS = 200;

const ms = (column: string) => `(extract(epoch FROM ${column}) * 1000)::bigint`;

// session_workspaceId_visitorId_createdAt_sid_idx and page_view_workspaceId_visitorId_at_sid_position_idx.
const DONE = `
  c."employeeCount", c."industry", c."countryCode" AS "companyCountry", c."id" IS NOT NULL AS "hasCompany",
  (SELECT json_agg(json_build_array(s."sid", ${ms(`s."createdAt"`)}, ${ms(`s."lastSeenAt"`)},
      s."pageviews", s."engagedMs"))
    FROM (SELECT * FROM session s WHERE s."workspaceId" = $1 AND s."visitorId" = x."id"
      ORDER BY s."createdAt" DESC, s."sid" DESC LIMIT ${SESSIONS}) s) AS "sessions",
  (SELECT json_agg(json_build_array(p."path", ${ms(`p."at"`)}))
    FROM (SELECT p."path", p."at" FROM page_view p
      WHERE p."workspaceId" = $1 AND p."visitorId" = x."id" AND p."signal" = 'pageview'
      ORDER BY p."at" DESC, p."sid", p."position" LIMIT ${PAGE_VIEWS}) p
    WHERE rtrim(lower(p."path"), '/') LIKE ANY ($2::text[])) AS "pages",
  -- Asked once for the statement: a workspace without outcomes pays nothing for them.
  -- outcome_workspaceId_companyId_at_idx and outcome_workspaceId_visitorId_at_idx.
  CASE WHEN (SELECT EXISTS (SELECT 1 FROM outcome e WHERE e."workspaceId" = $1)) THEN
    (SELECT json_agg(json_build_array(o."status", ${ms(`o."at"`)}) ORDER BY o."status")
      FROM (SELECT o."status", max(o."at") AS "at" FROM outcome o WHERE o."workspaceId" = $1
        AND (o."companyId" = x."companyId" OR o."visitorId" = x."id") GROUP BY o."status") o)
  END AS "outcomes"`;

const COMPANY = `LEFT JOIN company c ON c."workspaceId" = $1 AND c."id" = x."companyId"`;

const OF_SUBJECTS = `SELECT x."id", ${DONE}
  FROM unnest($3::text[], $4::text[]) AS x("id", "companyId") ${COMPANY}`;

const STORED = `SELECT x."id", x."companyId", x."jobTitle", x."countryCode", x."firstTouchSid",
    (SELECT json_agg(json_build_array(g."goal", ${ms(`g."reachedAt"`)})) FROM stage_reached g
      WHERE g."workspaceId" = $1 AND g."visitorId" = x."id") AS "goals", ${DONE}
  FROM visitor x ${COMPANY} WHERE x."workspaceId" = $1`;

const list = <T extends z.ZodType>(item: T) =>
  z
    .array(item)
    .nullable()
    .transform((items) => items ?? []);
const doneRow = z.object({
  id: z.string(),
  employeeCount: z.number().nullable(),
  industry: z.string().nullable(),
  companyCountry: z.string().nullable(),
  hasCompany: z.boolean(),
  sessions: list(z.tuple([z.string(), z.number(), z.number(), z.number(), z.number()])),
  pages: list(z.tuple([z.string(), z.number()])),
  outcomes: list(z.tuple([z.enum(OUTCOME_STATUSES), z.number()])),
});
const storedRow = doneRow.extend({
  companyId: z.string().nullable(),
  jobTitle: z.string().nullable(),
  countryCode: z.string().nullable(),
  firstTouchSid: z.string().nullable(),
  goals: list(z.tuple([z.string(), z.number()])),
});

/** The traits of visitors whose own rows are about to be written, in one statement; by visitor id. */
export async function loadTraits(
  sql: Sql,
  workspaceId: string,
  { rules }: RuleSet,
  subjects: readonly ScoreSubject[],
): Promise<Map<string, ScoreTraits>> {
  const rows = await sql.query(OF_SUBJECTS, [
    workspaceId,
    patternsOf(rules),
    subjects.map(({ id }) => id),
    subjects.map(({ companyId }) => companyId),
  ]);
  const done = new Map(rows.map((row) => doneRow.parse(row)).map((row) => [row.id, row]));
  const traits = new Map<string, ScoreTraits>();
  for (const subject of subjects) {
    const row = done.get(subject.id);
    if (row) traits.set(subject.id, traitsOf(row, subject));
  }
  return traits;
}

/** A visitor as stored: its traits. */
export type StoredTraits = ScoreTraits & { id: string; companyId: string | null };

/** The traits of stored visitors that `where` picks (on alias x, values from $3), in one statement. */
export async function loadStoredTraits(
  sql: Sql,
  workspaceId: string,
  { rules }: RuleSet,
  where: string,
  values: readonly unknown[],
): Promise<StoredTraits[]> {
  const rows = await sql.query(`${STORED} AND ${where}`, [
    workspaceId,
    patternsOf(rules),
    ...values,
  ]);
  return rows.map((raw) => {
    const row = storedRow.parse(raw);
    const goals = row.goals.map(([goal, at]) => ({ goal, at }));
    return { id: row.id, companyId: row.companyId, ...traitsOf(row, { ...row, goals }) };
  });
}

function patternsOf(rules: RuleSet["rules"]): string[] {
  return rules.intent.pages.map(({ path }) => likePattern(path));
}

function traitsOf(row: z.output<typeof doneRow>, subject: ScoreSubject): ScoreTraits {
  const { employeeCount, industry, companyCountry } = row;
  return {
    jobTitle: subject.jobTitle,
    countryCode: subject.countryCode,
    firstSid: subject.firstTouchSid,
    goals: subject.goals,
    company: row.hasCompany ? { employeeCount, industry, countryCode: companyCountry } : null,
    sessions: row.sessions.map(([sid, createdAt, lastSeenAt, pageviews, engagedMs]) => ({
      sid,
      createdAt,
      lastSeenAt,
      pageviews,
      engagedMs,
    })),
    pages: row.pages.map(([path, at]) => ({ path, at })),
    outcomes: row.outcomes.map(([status, at]) => ({ status, at })),
  };
}
