import { z } from "zod";
import { clip } from "#lib/clip.ts";
import { factsColumn } from "#lib/columns.ts";
import { companyIdOf } from "#lib/companies/store-companies.ts";
import type { Sql } from "#lib/db/sql.ts";
import { upsertRows } from "#lib/db/upsert.ts";
import { type Facts, mergeFacts } from "#lib/facts.ts";
import { emailVisitorKey } from "#lib/identity/evidence.ts";
import { keyedId } from "#lib/ids.ts";
import { packFacts } from "#lib/packed-facts.ts";
import { getActiveRules } from "#lib/scoring/active-rules.ts";
import { rankVisitors } from "#lib/scoring/rank-visitors.ts";
import { compareEmails } from "#lib/visitors/primary-email.ts";
import { deriveProfile } from "#lib/visitors/profile.ts";
import { replaceEmployments } from "#lib/visitors/store-employments.ts";
import {
  type CarriedEmail,
  loadHistory,
  type VisitorStages,
} from "#lib/visitors/visitor-history.ts";
import { STAGE_REACHED, VISITOR, VISITOR_EMAIL } from "#lib/visitors/visitor-tables.ts";

/** New facts of a visitor: to be merged with the stored ones, or in place of them. */
export interface VisitorUpdate {
  id: string;
  /** Natural key; null when the caller only knows that the row exists. */
  key: string | null;
  facts: Facts;
  mode: "merge" | "replace";
}

const storedRow = z.object({
  id: z.string(),
  key: z.string(),
  facts: factsColumn,
  companyId: z.string().nullable(),
});

/** The id of the visitor with a natural key. */
export function visitorIdOf(workspaceId: string, key: string): string {
  return keyedId("v", workspaceId, key);
}

/**
 * Brings the rows of visitors in line with their events, sessions and e-mails, which are stored and
 * assigned already. A visitor without events is removed. Returns the ids of the companies whose totals
 * may have changed and of the visitors that are gone.
 */
export async function projectVisitors(
  sql: Sql,
  workspaceId: string,
  updates: readonly VisitorUpdate[],
): Promise<{ companyIds: string[]; removed: string[] }> {
  if (updates.length === 0) return { companyIds: [], removed: [] };
  const ids = updates.map((update) => update.id);
  const [stored, history, rules] = await Promise.all([
    loadStored(sql, workspaceId, ids),
    loadHistory(sql, workspaceId, ids),
    getActiveRules(sql, workspaceId),
  ]);
  const companyIds = new Set<string>();
  for (const { companyId } of stored.values()) if (companyId) companyIds.add(companyId);

  const rows = [];
  for (const update of updates) {
    const before = stored.get(update.id);
    const stages = history.stages.get(update.id);
    const key = update.key ?? before?.key;
    if (!stages || !key) continue;
    const facts =
      update.mode === "merge" ? mergeFacts(before?.facts ?? {}, update.facts) : update.facts;
    const emails = (history.emails.get(update.id) ?? []).sort(compareEmails);
    const profile = deriveProfile(facts);
    const companyId = profile.company.key ? companyIdOf(workspaceId, profile.company.key) : null;
    if (companyId) companyIds.add(companyId);
    rows.push({
      visitor: {
        id: update.id,
        key,
        ...visitorColumns(profile, emails),
        companyId,
        ...visitColumns(stages, history.visits.get(update.id)),
      },
      facts,
      emails,
      goals: goalsOf(stages, emails),
    });
  }
  const scoreOf = await rankVisitors(
    sql,
    workspaceId,
    rules,
    rows.map(({ visitor, goals }) => ({ ...visitor, goals: goals.map(goalTime) })),
  );
  const kept = new Set(rows.map(({ visitor }) => visitor.id));
  const removed = ids.filter((id) => !kept.has(id));
  await clear(sql, workspaceId, ids, removed);
  await upsertRows(
    sql,
    VISITOR,
    workspaceId,
    rows.map(({ visitor, facts }) => ({
      ...visitor,
      ...scoreOf(visitor.id),
      facts: packFacts(facts),
    })),
  );
  await upsertRows(
    sql,
    VISITOR_EMAIL,
    workspaceId,
    rows.flatMap(({ emails }) =>
      emails.map((one) => ({
        ...one,
        aliasId: visitorIdOf(workspaceId, emailVisitorKey(one.email)),
      })),
    ),
  );
  await replaceStages(
    sql,
    workspaceId,
    ids,
    rows.flatMap(({ goals }) => goals),
  );
  await replaceEmployments(
    sql,
    workspaceId,
    rows.map(({ visitor: { id }, facts }) => ({ id, facts })),
  );
  return { companyIds: [...companyIds], removed };
}

async function loadStored(sql: Sql, workspaceId: string, ids: readonly string[]) {
  const rows = await sql.query(
    `SELECT "id", "key", "facts", "companyId" FROM visitor
     WHERE "workspaceId" = $1 AND "id" = ANY($2::text[])`,
    [workspaceId, ids],
  );
  return new Map(rows.map((row) => storedRow.parse(row)).map((row) => [row.id, row]));
}

async function clear(sql: Sql, workspaceId: string, ids: string[], removed: string[]) {
  await sql.run(
    `DELETE FROM visitor_email WHERE "workspaceId" = $1 AND "visitorId" = ANY($2::text[])`,
    [workspaceId, ids],
  );
  if (removed.length === 0) return;
  await sql.run(
    `DELETE FROM employment WHERE "workspaceId" = $1 AND "visitorId" = ANY($2::text[])`,
    [workspaceId, removed],
  );
  await sql.run(`DELETE FROM visitor WHERE "workspaceId" = $1 AND "id" = ANY($2::text[])`, [
    workspaceId,
    removed,
  ]);
}

function visitorColumns(
  profile: ReturnType<typeof deriveProfile>,
  emails: readonly CarriedEmail[],
) {
  const { company, ...columns } = profile;
  const [primary] = emails;
  const name = profile.fullName ?? primary?.email ?? "";
  const words = [
    profile.fullName,
    company.name,
    company.domain,
    profile.jobTitle,
    ...emails.map((one) => one.email),
  ];
  return {
    ...columns,
    companyName: company.name,
    companyDomain: company.domain,
    primaryEmail: primary?.email ?? null,
    validity: primary?.validity ?? null,
    sortName: clip(name.toLowerCase()),
    searchText: words.filter(Boolean).join(" ").toLowerCase(),
  };
}

function visitColumns(
  stages: VisitorStages,
  visits:
    | {
        sessions: number;
        pageviews: number;
        engagedMs: number;
        firstStart: Date;
        lastSeen: Date;
        firstSid: string;
        lastSid: string;
      }
    | undefined,
) {
  return {
    stage: stages.enrichedAt ? "enriched" : stages.qualifiedAt ? "qualified" : "resolved",
    firstSeenAt: visits?.firstStart ?? stages.firstAt,
    lastSeenAt: visits?.lastSeen ?? stages.lastAt,
    sessions: visits?.sessions ?? 0,
    pageviews: visits?.pageviews ?? 0,
    engagedMs: visits?.engagedMs ?? 0,
    firstTouchSid: visits?.firstSid ?? null,
    lastTouchSid: visits?.lastSid ?? null,
  };
}

/**
 * Rows that stay are updated in place, not deleted and written anew: reports watch this table for
 * conversions that changed. Page goals are lib/attribution's.
 */
async function replaceStages(
  sql: Sql,
  workspaceId: string,
  ids: readonly string[],
  reached: ReturnType<typeof goalsOf>,
) {
  await sql.run(
    `DELETE FROM stage_reached g WHERE g."workspaceId" = $1 AND g."visitorId" = ANY($2::text[])
       AND g."goal" NOT LIKE 'page:%' AND NOT EXISTS (
         SELECT 1 FROM jsonb_to_recordset($3::text::jsonb) AS x("visitorId" text, "goal" text)
         WHERE x."visitorId" = g."visitorId" AND x."goal" = g."goal")`,
    [workspaceId, ids, JSON.stringify(reached)],
  );
  await upsertRows(sql, STAGE_REACHED, workspaceId, reached);
}

function goalsOf(stages: VisitorStages, emails: readonly CarriedEmail[]) {
  const [valid] = emails
    .flatMap((one) => (one.validAt && one.validBy ? [{ at: one.validAt, by: one.validBy }] : []))
    .sort((a, b) => a.at.getTime() - b.at.getTime() || (a.by < b.by ? -1 : 1));
  const reached: [string, Date | null, string | null][] = [
    ["identified", stages.identifiedAt, stages.identifiedBy],
    ["qualified", stages.qualifiedAt, stages.qualifiedBy],
    ["enriched", stages.enrichedAt, stages.enrichedBy],
    ["valid_email", valid?.at ?? null, valid?.by ?? null],
  ];
  return reached.flatMap(([goal, reachedAt, eventId]) =>
    reachedAt && eventId ? [{ visitorId: stages.visitorId, goal, reachedAt, eventId }] : [],
  );
}

function goalTime({ goal, reachedAt }: { goal: string; reachedAt: Date }) {
  return { goal, at: reachedAt.getTime() };
}
