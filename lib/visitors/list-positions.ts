import { z } from "zod";
import { Prisma } from "#lib/db/generated/client.ts";
import { selectRows } from "#lib/select.ts";
import { type VisitorPosition, visitorPosition } from "#lib/visitors/visitor-profile.ts";

const row = visitorPosition.extend({ kind: z.enum(["employment", "experience"]) });

/** The positions of a visitor in the sender's order, employments and earlier experience apart. */
export async function listPositions(
  workspaceId: string,
  visitorId: string,
): Promise<{ employments: VisitorPosition[]; experience: VisitorPosition[] }> {
  const rows = await selectRows(
    row,
    Prisma.sql`SELECT e.kind, e.title, e.location, e.description, e."startDate", e."endDate", e."isCurrent",
        jsonb_build_object('id', e."companyId", 'name', coalesce(c.name, e."companyName"), 'domain', c.domain,
          'linkedinUrl', c."linkedinUrl", 'logoUrl', c."logoUrl") AS company
      FROM employment e
      LEFT JOIN company c ON c."workspaceId" = e."workspaceId" AND c.id = e."companyId"
      WHERE e."workspaceId" = ${workspaceId} AND e."visitorId" = ${visitorId}
      ORDER BY e.kind, e.position`,
  );
  const of = (kind: string) =>
    rows.filter((found) => found.kind === kind).map(({ kind: _, ...position }) => position);
  return { employments: of("employment"), experience: of("experience") };
}
