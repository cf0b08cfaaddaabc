import { z } from "zod";
import { factsColumn, instant, namedRef, whole } from "#lib/columns.ts";
import { Prisma } from "#lib/db/generated/client.ts";
import { selectFirst } from "#lib/select.ts";
import { VISITOR_STAGES } from "#lib/visitors/search-params.ts";
import { tagRef, visitorCompany } from "#lib/visitors/visitor-row.ts";

const { sql } = Prisma;
const text = z.string().nullable();

const row = z.object({
  id: z.string(),
  facts: factsColumn,
  fullName: text,
  firstName: text,
  lastName: text,
  headline: text,
  jobTitle: text,
  linkedinUrl: text,
  city: text,
  region: text,
  country: text,
  countryCode: text,
  company: visitorCompany.nullable(),
  stage: z.enum(VISITOR_STAGES),
  scoreRank: whole,
  firstSeenAt: instant,
  lastSeenAt: instant,
  sessions: z.int(),
  pageviews: z.int(),
  engagedMs: whole,
  firstTouchSid: text,
  lastTouchSid: text,
  owner: namedRef.nullable(),
  status: z.string(),
  tags: z.array(tagRef),
});

export type VisitorDetailRow = z.output<typeof row>;

/** The row of one visitor with the team's side of it; null when there is none. */
export async function getVisitorRow(
  workspaceId: string,
  id: string,
): Promise<VisitorDetailRow | null> {
  return selectFirst(
    row,
    sql`SELECT v.id, v.facts, v."fullName", v."firstName", v."lastName", v.headline, v."jobTitle",
        v."linkedinUrl", v.city, v.region, v.country, v."countryCode", v.stage, v."scoreRank", v."firstSeenAt",
        v."lastSeenAt", v.sessions, v.pageviews, v."engagedMs", v."firstTouchSid", v."lastTouchSid",
        CASE WHEN v."companyId" IS NOT NULL OR v."companyName" IS NOT NULL THEN jsonb_build_object(
          'id', v."companyId", 'name', v."companyName", 'domain', v."companyDomain") END AS company,
        CASE WHEN u.id IS NOT NULL THEN jsonb_build_object('id', u.id, 'name', u.name) END AS owner,
        coalesce(l.status, 'new') AS status,
        (SELECT coalesce(jsonb_agg(jsonb_build_object('id', t.id, 'name', t.name, 'color', t.color)
            ORDER BY t.name), '[]')
          FROM visitor_tag vt JOIN tag t ON t."workspaceId" = vt."workspaceId" AND t.id = vt."tagId"
          WHERE vt."workspaceId" = v."workspaceId" AND vt."visitorId" = v.id) AS tags
      FROM visitor v
      LEFT JOIN lead l ON l."workspaceId" = v."workspaceId" AND l."visitorId" = v.id
      LEFT JOIN "user" u ON u.id = l."ownerId"
      WHERE v."workspaceId" = ${workspaceId} AND v.id = ${id}`,
  );
}
