import type { Sql } from "#lib/db/sql.ts";

/** A line of the audit log that is not written yet. */
export interface AuditLine {
  id: string;
  at: string;
  actorId: string | null;
  action: string;
  target: string | null;
  detail: object;
}

/** `recordAudit` inside a transaction that is not Prisma's, for what must be told by both or neither. */
export async function recordAuditWith(sql: Sql, workspaceId: string, line: AuditLine) {
  const { id, at, actorId, action, target, detail } = line;
  await sql.query(
    `INSERT INTO audit_entry ("workspaceId", "id", "at", "actorId", "action", "target", "detail")
     VALUES ($1, $2, $3, $4, $5, $6, $7)`,
    [workspaceId, id, at, actorId, action, target, JSON.stringify(detail)],
  );
}
