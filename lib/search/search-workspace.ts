import { z } from "zod";
import { Prisma } from "#lib/db/generated/client.ts";
import { searchText } from "#lib/list-params.ts";
import { selectRows } from "#lib/select.ts";
import { containsWords } from "#lib/text-search.ts";
import { visitorSorts } from "#lib/visitors/visitor-sort.ts";
import { askForPage } from "#lib/visitors/ways-to-page.ts";

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

function findVisitors(workspaceId: string, q: string): Promise<SearchHit[]> {
  const sort = "-lastSeenAt";
  const { order } = visitorSorts[sort];
  return askForPage(workspaceId, { q, sort, limit: PER_KIND - 1 }, (from) =>
    selectRows(
      hit,
      sql`WITH page AS MATERIALIZED (SELECT v.id FROM ${from} ORDER BY ${order} LIMIT ${PER_KIND})
        SELECT 'visitor' AS kind, v.id,
          coalesce(v."fullName", v."primaryEmail", 'Unnamed visitor') AS title,
          nullif(concat_ws(' · ', v."jobTitle", v."companyName",
            CASE WHEN v."fullName" IS NOT NULL AND v."jobTitle" IS NULL THEN v."primaryEmail" END), '') AS detail
        FROM page p JOIN visitor v ON v."workspaceId" = ${workspaceId} AND v.id = p.id ORDER BY ${order}`,
    ),
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
