import { z } from "zod";
import { Prisma } from "#lib/db/generated/client.ts";
import { estimateRows } from "#lib/estimate-rows.ts";
import { searchText } from "#lib/list-params.ts";
import { selectRows } from "#lib/select.ts";
import { containsWords } from "#lib/text-search.ts";

const { sql } = Prisma;

/** What may be asked of the search that reaches everything. */
export const globalQuery = searchText;

const hit = z.object({
  kind: z.enum(["visitor", "company"]),
  id: z.string(),
  title: z.string(),
  detail: z.string().nullable(),
});

/** A visitor or a company that was found, in the words of a list of results. */
export type SearchHit = z.output<typeof hit>;

const PER_KIND = 6;
/** Up to so many matches are found first and sorted then: the planner takes them for evenly spread over time. */
const SORTABLE = 6_000;

/**
 * The visitors and companies seen last of those that contain every word of `q`, no more than six of
 * each kind. Served by the trigram index, or for frequent words by the index on lastSeenAt.
 */
export async function searchWorkspace(workspaceId: string, q: string): Promise<SearchHit[]> {
  const [visitors, companies] = await Promise.all([
    findVisitors(workspaceId, q),
    findCompanies(workspaceId, q),
  ]);
  return [...visitors, ...companies];
}

async function findVisitors(workspaceId: string, q: string): Promise<SearchHit[]> {
  const where = [sql`v."workspaceId" = ${workspaceId}`, ...containsWords(sql`v."searchText"`, q)];
  const matching = sql`visitor v WHERE ${Prisma.join(where, " AND ")}`;
  const isFew = (await estimateRows(sql`SELECT 1 FROM ${matching}`)) <= SORTABLE;
  return selectRows(
    hit,
    sql`SELECT 'visitor' AS kind, v.id, coalesce(v."fullName", v."primaryEmail", 'Unnamed visitor') AS title,
        nullif(concat_ws(' · ', v."jobTitle", v."companyName",
          CASE WHEN v."fullName" IS NOT NULL AND v."jobTitle" IS NULL THEN v."primaryEmail" END), '') AS detail
      FROM ${isFew ? sql`(SELECT * FROM ${matching} OFFSET 0) v` : matching}
      ORDER BY v."lastSeenAt" DESC, v.id DESC LIMIT ${PER_KIND}`,
  );
}

async function findCompanies(workspaceId: string, q: string): Promise<SearchHit[]> {
  const where = [sql`c."workspaceId" = ${workspaceId}`, ...containsWords(sql`c."searchText"`, q)];
  return selectRows(
    hit,
    sql`SELECT 'company' AS kind, c.id, c.name AS title,
        nullif(concat_ws(' · ', c.domain, c.industry), '') AS detail
      FROM company c WHERE ${Prisma.join(where, " AND ")}
      ORDER BY c.visitors DESC, c.id DESC LIMIT ${PER_KIND}`,
  );
}
