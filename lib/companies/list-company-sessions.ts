import { Prisma } from "#lib/db/generated/client.ts";
import { selectRows } from "#lib/select.ts";
import {
  type SessionRow,
  sessionColumns,
  sessionRow,
  sessionVisitor,
} from "#lib/sessions/session-item.ts";

/**
 * The latest `limit` sessions of the people of a company, newest first. They are of the people seen last, so that no
 * more than those few are asked for theirs (by visitor_workspaceId_companyId_lastSeenAt_idx).
 */
export function listCompanySessions(
  workspaceId: string,
  companyId: string,
  limit: number,
): Promise<SessionRow[]> {
  return selectRows(
    sessionRow,
    Prisma.sql`SELECT ${sessionColumns} FROM (
        SELECT o.* FROM (
          SELECT v.id FROM visitor v WHERE v."workspaceId" = ${workspaceId} AND v."companyId" = ${companyId}
          ORDER BY v."lastSeenAt" DESC, v.id DESC LIMIT ${limit}
        ) p CROSS JOIN LATERAL (
          SELECT * FROM session s WHERE s."workspaceId" = ${workspaceId} AND s."visitorId" = p.id
          ORDER BY s."createdAt" DESC, s.sid DESC LIMIT ${limit}
        ) o ORDER BY o."createdAt" DESC, o.sid DESC LIMIT ${limit}
      ) s ${sessionVisitor} ORDER BY s."createdAt" DESC, s.sid DESC`,
  );
}
