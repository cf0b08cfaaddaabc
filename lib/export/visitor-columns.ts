import { Prisma } from "#lib/db/generated/client.ts";
import type { CsvColumn } from "#lib/export/csv-source.ts";
import { scoreColumn, scoreMargin } from "#lib/scoring/score-sql.ts";

const { sql } = Prisma;

/**
 * What the columns below are of. A join that none of the asked columns needs costs nothing: each is on a
 * key, so the planner leaves it out.
 */
export const visitorJoin = (workspaceId: string): Prisma.Sql => sql`
  visitor v ON v."workspaceId" = ${workspaceId} AND v.id = x.id
  LEFT JOIN session s ON s."workspaceId" = v."workspaceId" AND s.sid = v."lastTouchSid"
  LEFT JOIN lead l ON l."workspaceId" = v."workspaceId" AND l."visitorId" = v.id
  LEFT JOIN "user" u ON u.id = l."ownerId"`;

const TAGS = sql`(SELECT string_agg(t.name, '; ' ORDER BY t.name)
  FROM visitor_tag vt JOIN tag t ON t."workspaceId" = vt."workspaceId" AND t.id = vt."tagId"
  WHERE vt."workspaceId" = v."workspaceId" AND vt."visitorId" = v.id)`;

/** By column of the list. */
const CSV: Readonly<Record<string, readonly CsvColumn[]>> = {
  name: [
    { header: "Name", sql: sql`v."fullName"` },
    { header: "Title", sql: sql`v."jobTitle"` },
    { header: "LinkedIn", sql: sql`v."linkedinUrl"` },
  ],
  company: [
    { header: "Company", sql: sql`v."companyName"` },
    { header: "Company domain", sql: sql`v."companyDomain"` },
  ],
  lastSeenAt: [
    { header: "Last seen", sql: sql`v."lastSeenAt"` },
    { header: "First seen", sql: sql`v."firstSeenAt"` },
  ],
  source: [
    { header: "Channel", sql: sql`s.channel` },
    { header: "Source", sql: sql`s.source` },
    { header: "Medium", sql: sql`s.medium` },
    { header: "Campaign", sql: sql`s.campaign` },
  ],
  pageviews: [
    { header: "Pages", sql: sql`v.pageviews` },
    { header: "Sessions", sql: sql`v.sessions` },
    { header: "Engaged seconds", sql: sql`round(v."engagedMs" / 1000.0)::float8` },
  ],
  status: [{ header: "Status", sql: sql`coalesce(l.status, 'new')` }],
  owner: [{ header: "Owner", sql: sql`u.name` }],
  stage: [{ header: "Stage", sql: sql`v.stage` }],
  tags: [{ header: "Tags", sql: sql`coalesce(${TAGS}, '')` }],
  location: [
    { header: "City", sql: sql`v.city` },
    { header: "Country", sql: sql`v.country` },
    { header: "Country code", sql: sql`v."countryCode"` },
  ],
};

/**
 * The columns of an export by those of the list. Writing to an invalid address does harm: without
 * `withInvalid` it is left out, and its validity stays.
 */
export function visitorColumns(
  workspaceId: string,
  columns: readonly string[],
  withInvalid: boolean,
): CsvColumn[] {
  const email = withInvalid
    ? sql`v."primaryEmail"`
    : sql`CASE WHEN v.validity IS DISTINCT FROM 'invalid' THEN v."primaryEmail" END`;
  const validity = sql`CASE WHEN v."primaryEmail" <> '' THEN coalesce(v.validity, 'unknown') END`;
  const score = scoreMargin(workspaceId, sql`v."scoreRank"`);
  const csv: typeof CSV = {
    ...CSV,
    score: [{ header: "Score", sql: score, cell: (value) => scoreColumn.parse(value) }],
    email: [
      { header: "E-mail", sql: email },
      { header: "E-mail validity", sql: validity },
    ],
  };
  return [{ header: "Visitor ID", sql: sql`v.id` }, ...columns.flatMap((id) => csv[id] ?? [])];
}
