import { clip } from "#lib/clip.ts";
import { Prisma } from "#lib/db/generated/client.ts";
import { endOf, startOf } from "#lib/list-params.ts";
import { getLeastRank } from "#lib/scoring/least-rank.ts";
import { scoreAtLeast } from "#lib/scoring/score-sql.ts";
import { containsWords, escapeLike } from "#lib/text-search.ts";
import type { VisitorFilters } from "#lib/visitors/search-params.ts";

const { sql } = Prisma;

/**
 * Filters of the URL, and the exact company that a company's own page asks for. `leastRank` is what the
 * least score means at the moment; without it the query finds out itself, which plans less well.
 */
export type VisitorScope = VisitorFilters & { companyId?: string; leastRank?: number };

/** The filters with what their least score means now. */
export async function withLeastRank<T extends VisitorScope>(
  workspaceId: string,
  filters: T,
): Promise<T> {
  const { minScore } = filters;
  if (minScore === undefined) return filters;
  return { ...filters, leastRank: await getLeastRank(workspaceId, minScore) };
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
  if (tag) all.push(tagged(tag));
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
 * name is known. Both halves have an index: companyId, and the words of the search text.
 */
function atCompany(workspaceId: string, company: string): Prisma.Sql {
  const text = company.toLowerCase();
  const contains = `%${escapeLike(text)}%`;
  return sql`v.id IN (
    SELECT m.id FROM company c
    JOIN visitor m ON m."workspaceId" = c."workspaceId" AND m."companyId" = c.id
    WHERE c."workspaceId" = ${workspaceId} AND (c.id = ${company} OR c.domain = ${text} OR c."sortName" = ${clip(text)})
    UNION ALL
    SELECT m.id FROM visitor m
    WHERE m."workspaceId" = ${workspaceId} AND m."companyId" IS NULL AND m."searchText" LIKE ${contains}
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

function tagged(tag: string): Prisma.Sql {
  return sql`EXISTS (
    SELECT 1 FROM visitor_tag vt
    JOIN tag t ON t."workspaceId" = vt."workspaceId" AND t.id = vt."tagId"
    WHERE vt."workspaceId" = v."workspaceId" AND vt."visitorId" = v.id AND (t.id = ${tag} OR t.name = ${tag}))`;
}

/** One and the same session has to have all that is asked for. */
function cameFrom({ source, medium, campaign }: VisitorFilters): Prisma.Sql[] {
  const wanted = [
    ...(source ? [sql`s.source = ${source}`] : []),
    ...(medium ? [sql`s.medium = ${medium}`] : []),
    ...(campaign ? [sql`s.campaign = ${campaign}`] : []),
  ];
  if (wanted.length === 0) return [];
  return [
    sql`EXISTS (SELECT 1 FROM session s WHERE s."workspaceId" = v."workspaceId"
      AND s."visitorId" = v.id AND ${Prisma.join(wanted, " AND ")})`,
  ];
}
