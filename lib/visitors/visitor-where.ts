import { z } from "zod";
import { clip } from "#lib/clip.ts";
import { Prisma } from "#lib/db/generated/client.ts";
import { endOf, startOf } from "#lib/list-params.ts";
import { getLeastRank } from "#lib/scoring/least-rank.ts";
import { scoreAtLeast } from "#lib/scoring/score-sql.ts";
import { selectRows } from "#lib/select.ts";
import { containsWords } from "#lib/text-search.ts";
import { type VisitorFilters, visitorFilters } from "#lib/visitors/search-params.ts";

const { sql } = Prisma;

/**
 * Filters of the URL, and the exact company that a company's own page asks for. `leastRank` is what the
 * least score means at the moment; without it the query finds out itself, which plans less well.
 */
export type VisitorScope = VisitorFilters & {
  companyId?: string;
  leastRank?: number;
  tagIds?: string[];
};

/** The filters with what their least score means now. */
export async function withLeastRank<T extends VisitorScope>(
  workspaceId: string,
  filters: T,
): Promise<T> {
  const { minScore } = filters;
  if (minScore === undefined) return filters;
  return { ...filters, leastRank: await getLeastRank(workspaceId, minScore) };
}

/** The filters with the ids that their tag has: the planner knows how frequent an id is, not a name. */
async function withTagIds<T extends VisitorScope>(workspaceId: string, filters: T): Promise<T> {
  const { tag } = filters;
  if (tag === undefined) return filters;
  const rows = await selectRows(
    z.object({ id: z.string() }),
    sql`SELECT t.id FROM tag t WHERE t."workspaceId" = ${workspaceId} AND (t.id = ${tag} OR t.name = ${tag})`,
  );
  return { ...filters, tagIds: rows.map(({ id }) => id) };
}

/** The filters with what is looked up beforehand, so that the query is planned by values it can weigh. */
export async function resolveScope<T extends VisitorScope>(
  workspaceId: string,
  filters: T,
): Promise<T> {
  return withTagIds(workspaceId, await withLeastRank(workspaceId, filters));
}

/** The conditions of a visitor list, on a table aliased `v`; the workspace is always the first. */
export function visitorConditions(workspaceId: string, filters: VisitorScope): Prisma.Sql[] {
  const all = [
    sql`v."workspaceId" = ${workspaceId}`,
    ...containsWords(sql`v."searchText"`, filters.q),
  ];
  const { stage, validity, company, country, owner, status, tag, minScore } = filters;
  if (stage) all.push(sql`v.stage = ${stage}`);
  if (validity === "unknown") all.push(sql`v.validity IS NULL`);
  else if (validity) all.push(sql`v.validity = ${validity}`);
  if (company) all.push(atCompany(workspaceId, company));
  if (filters.companyId) all.push(sql`v."companyId" = ${filters.companyId}`);
  if (country) all.push(sql`v."countryCode" = ${country}`);
  if (owner) all.push(ownedBy(owner));
  if (status) all.push(withStatus(status));
  if (filters.tagIds) all.push(taggedWith(filters.tagIds));
  else if (tag) all.push(tagged(workspaceId, tag));
  if (filters.leastRank !== undefined) {
    all.push(sql`v."scoreRank" >= ${filters.leastRank}::bigint`);
  } else if (minScore !== undefined) {
    all.push(scoreAtLeast(workspaceId, sql`v."scoreRank"`, minScore));
  }
  if (filters.seenFrom) all.push(sql`v."lastSeenAt" >= ${startOf(filters.seenFrom)}::timestamptz`);
  if (filters.seenTo) all.push(sql`v."lastSeenAt" < ${endOf(filters.seenTo)}::timestamptz`);
  return [...all, ...cameFrom(filters)];
}

/**
 * Those who work at a company found by id, domain or name, and those of whom no more than a company's
 * name is known. Both halves have an index: companyId, and the lower-cased name where there is no id.
 */
function atCompany(workspaceId: string, company: string): Prisma.Sql {
  const text = company.toLowerCase();
  return sql`v.id IN (
    SELECT m.id FROM company c
    JOIN visitor m ON m."workspaceId" = c."workspaceId" AND m."companyId" = c.id
    WHERE c."workspaceId" = ${workspaceId} AND (c.id = ${company} OR c.domain = ${text} OR c."sortName" = ${clip(text)})
    UNION ALL
    SELECT m.id FROM visitor m
    WHERE m."workspaceId" = ${workspaceId} AND m."companyId" IS NULL
      AND lower(m."companyName") = lower(${company}::text))`;
}

function ownedBy(owner: string): Prisma.Sql {
  const lead = sql`SELECT 1 FROM lead l WHERE l."workspaceId" = v."workspaceId" AND l."visitorId" = v.id`;
  return owner === "none"
    ? sql`NOT EXISTS (${lead} AND l."ownerId" IS NOT NULL)`
    : sql`EXISTS (${lead} AND l."ownerId" = ${owner})`;
}

// A visitor that nobody has touched has no row and counts as new.
function withStatus(status: string): Prisma.Sql {
  const lead = sql`SELECT 1 FROM lead l WHERE l."workspaceId" = v."workspaceId" AND l."visitorId" = v.id`;
  return status === "new"
    ? sql`NOT EXISTS (${lead} AND l.status <> 'new')`
    : sql`EXISTS (${lead} AND l.status = ${status})`;
}

function taggedWith(tagIds: readonly string[]): Prisma.Sql {
  if (tagIds.length === 0) return sql`false`;
  return sql`EXISTS (SELECT 1 FROM visitor_tag vt WHERE vt."workspaceId" = v."workspaceId"
    AND vt."visitorId" = v.id AND vt."tagId" IN (${Prisma.join([...tagIds])}))`;
}

// The tag first, by itself: the planner then knows how frequent it is.
function tagged(workspaceId: string, tag: string): Prisma.Sql {
  return sql`EXISTS (
    SELECT 1 FROM visitor_tag vt
    WHERE vt."workspaceId" = v."workspaceId" AND vt."visitorId" = v.id AND vt."tagId" IN (
      SELECT t.id FROM tag t WHERE t."workspaceId" = ${workspaceId} AND (t.id = ${tag} OR t.name = ${tag})))`;
}

/** What a session has to have: one and the same session all of it. */
function sessionConditions({ source, medium, campaign }: VisitorFilters): Prisma.Sql[] {
  return [
    ...(source ? [sql`s.source = ${source}`] : []),
    ...(medium ? [sql`s.medium = ${medium}`] : []),
    ...(campaign ? [sql`s.campaign = ${campaign}`] : []),
  ];
}

function cameFrom(filters: VisitorFilters): Prisma.Sql[] {
  const wanted = sessionConditions(filters);
  if (wanted.length === 0) return [];
  return [
    sql`EXISTS (SELECT 1 FROM session s WHERE s."workspaceId" = v."workspaceId"
      AND s."visitorId" = v.id AND ${Prisma.join(wanted, " AND ")})`,
  ];
}

/**
 * The visitors of filters that ask for sessions alone, as a table to count: an index on what they ask for
 * gives them in order, each once, without a look at the visitors. Null for any other filters.
 */
export function sessionVisitors(workspaceId: string, filters: VisitorScope): Prisma.Sql | null {
  const wanted = sessionConditions(filters);
  const asked = Object.values(visitorFilters.parse(filters)).filter((value) => value !== undefined);
  if (wanted.length === 0 || asked.length > wanted.length || filters.companyId) return null;
  return sql`(SELECT DISTINCT s."visitorId" FROM session s WHERE s."workspaceId" = ${workspaceId}
    AND ${Prisma.join(wanted, " AND ")} AND s."visitorId" IS NOT NULL)`;
}
