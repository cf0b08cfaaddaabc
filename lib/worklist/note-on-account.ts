import { z } from "zod";
import { sql } from "#lib/db/client.ts";
import { FoyerError } from "#lib/errors.ts";
import { createNote } from "#lib/leads/notes/write-note.ts";
import { ACCOUNT_KINDS } from "#lib/worklist/account.ts";
import type { Act } from "#lib/worklist/take-up.ts";

const kindRow = z.object({ kind: z.enum(ACCOUNT_KINDS) });

/**
 * Writes a note on an account; `noteText` has checked its body. Whose it is does not change; if it is the
 * writer's, its visits so far are attended to. Throws `not_found`.
 */
export async function noteOnAccount(act: Act, body: string): Promise<void> {
  const { workspaceId, accountId, userId, at } = act;
  const [row] = await sql().query(
    `SELECT 'company' AS kind FROM company WHERE "workspaceId" = $1 AND id = $2
     UNION ALL SELECT 'visitor' FROM visitor WHERE "workspaceId" = $1 AND id = $2`,
    [workspaceId, accountId],
  );
  if (!row) throw new FoyerError("not_found", "This account is no longer in the worklist.");
  const isCompany = kindRow.parse(row).kind === "company";
  const about = isCompany ? { companyId: accountId } : { visitorId: accountId };
  await createNote(workspaceId, userId, about, { body, mentions: [] });
  const table = isCompany ? "company" : "visitor";
  await sql().query(
    `UPDATE work_item w SET "attendedUntil" = a."lastSeenAt", "updatedAt" = $4::timestamptz
     FROM ${table} a WHERE a."workspaceId" = $1 AND a.id = $2
       AND w."workspaceId" = $1 AND w."accountId" = $2 AND w."claimedById" = $3`,
    [workspaceId, accountId, userId, at.toISOString()],
  );
}
