import { z } from "zod";
import { clip } from "#lib/clip.ts";
import { Prisma } from "#lib/db/generated/client.ts";
import { endOf, startOf } from "#lib/list-params.ts";
import { getLeastRank } from "#lib/scoring/least-rank.ts";
import { scoreAtLeast } from "#lib/scoring/score-sql.ts";
import { selectRows } from "#lib/select.ts";
import { containsWords } from "#lib/text-search.ts";
import type { VisitorFilters } from "#lib/visitors/search-params.ts";
import { belongsTo, fromSide, type SideWays, sidesOf } from "#lib/visitors/visitor-sides.ts";
import { type WeighedWords, weighWords } from "#lib/visitors/weigh-words.ts";

const { sql } = Prisma;

const searched = sql`v."searchText"`;

/**
 * Filters of the URL, and the exact company that a company's own page asks for. `leastRank` is what the
 * least score means at the moment; without it the query finds out itself, which plans less well.
 */
export type VisitorScope = VisitorFilters & {
  companyId?: string;
  leastRank?: number;
  tagIds?: string[];
  sideWays?: SideWays;
  words?: WeighedWords | null;
  /** Each visitor's lead is looked up, whatever the planner would do: where few of the visitors will be read. */
  isProbed?: boolean;
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
  const scope = await withTagIds(workspaceId, await withLeastRank(workspaceId, filters));
  return { ...scope, words: await weighWords(filters.q) };
}

/** The conditions of a visitor list, on a table aliased `v`; the workspace is always the first. */
export function visitorConditions(workspaceId: string, filters: VisitorScope): Prisma.Sql[] {
  return [...ownConditions(workspaceId, filters), ...sideConditions(workspaceId, filters)];
}

/** Those of them that a table beside the visitors answers. */
export function sideConditions(workspaceId: string, filters: VisitorScope): Prisma.Sql[] {
  const sides = sidesOf(filters, filters.tagIds);
  return sides.map((side) => belongsTo(workspaceId, side, filters.sideWays));
}

/** All others of them. */
export function ownConditions(workspaceId: string, filters: VisitorScope): Prisma.Sql[] {
  const all = [
    sql`v."workspaceId" = ${workspaceId}`,
    ...containsWords(searched, filters.q, filters.words),
  ];
  const { stage, validity, company, country, owner, status, tag, minScore } = filters;
  if (stage) all.push(sql`v.stage = ${stage}`);
  if (validity === "unknown") all.push(sql`v.validity IS NULL`);
  else if (validity) all.push(sql`v.validity = ${validity}`);
  if (company) all.push(atCompany(workspaceId, company));
  if (filters.companyId) all.push(sql`v."companyId" = ${filters.companyId}`);
  if (country) all.push(sql`v."countryCode" = ${country}`);
  const way = filters.isProbed ? sql`OFFSET 0` : Prisma.empty;
  if (owner === "none") all.push(sql`NOT EXISTS (${leadOf} AND l."ownerId" IS NOT NULL ${way})`);
  // A visitor that nobody has touched has no row and counts as new.
  if (status === "new") all.push(sql`NOT EXISTS (${leadOf} AND l.status <> 'new' ${way})`);
  if (filters.tagIds?.length === 0) all.push(sql`false`);
  else if (tag && !filters.tagIds) all.push(tagged(workspaceId, tag));
  if (filters.leastRank !== undefined) {
    all.push(sql`v."scoreRank" >= ${filters.leastRank}::bigint`);
  } else if (minScore !== undefined) {
    all.push(scoreAtLeast(workspaceId, sql`v."scoreRank"`, minScore));
  }
  if (filters.seenFrom) all.push(sql`v."lastSeenAt" >= ${startOf(filters.seenFrom)}::timestamptz`);
  if (filters.seenTo) all.push(sql`v."lastSeenAt" < ${endOf(filters.seenTo)}::timestamptz`);
  return all;
}

const leadOf = sql`SELECT 1 FROM lead l WHERE l."workspaceId" = v."workspaceId" AND l."visitorId" = v.id`;

/**
 * Those who work at a company found by id, domain or name, and those of whom no more than a company's
 * name is known. Both halves have an index: companyId, and the lower-cased name where there is no id.
 */
function atCompany(workspaceId: string, company: string): Prisma.Sql {
  const text = company.toLowerCase();
  // The ids as an array, found once: what they find is not looked up by its own id again.
  return sql`(v."companyId" = ANY(ARRAY(
      SELECT c.id FROM company c
      WHERE c."workspaceId" = ${workspaceId} AND (c.id = ${company} OR c.domain = ${text} OR c."sortName" = ${clip(text)})))
    OR (v."companyId" IS NULL AND lower(v."companyName") = lower(${company}::text)))`;
}

// The tag first, by itself: the planner then knows how frequent it is.
function tagged(workspaceId: string, tag: string): Prisma.Sql {
  return sql`EXISTS (
    SELECT 1 FROM visitor_tag vt
    WHERE vt."workspaceId" = v."workspaceId" AND vt."visitorId" = v.id AND vt."tagId" IN (
      SELECT t.id FROM tag t WHERE t."workspaceId" = ${workspaceId} AND (t.id = ${tag} OR t.name = ${tag})))`;
}

/**
 * The visitors of filters that ask one table beside them alone, as a table to count: an index on what is asked gives them
 * in order, each once, without a look at the visitors. Null for any other filters.
 */
export function sideVisitors(workspaceId: string, scope: VisitorScope): Prisma.Sql | null {
  const [side, ...more] = sidesOf(scope, scope.tagIds);
  if (!side || more.length > 0 || visitorConditions(workspaceId, scope).length > 2) return null;
  return sql`(SELECT DISTINCT x."visitorId" ${fromSide(workspaceId, side)})`;
}
