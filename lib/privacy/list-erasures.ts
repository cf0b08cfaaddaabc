import { z } from "zod";
import { instant } from "#lib/columns.ts";
import { Prisma } from "#lib/db/generated/client.ts";
import { decodeCursor, encodeCursor, type Page, pageOf } from "#lib/keyset.ts";
import { selectRows } from "#lib/select.ts";

const proof = z.object({
  visitors: z.int().default(0),
  events: z.int().default(0),
  deliveries: z.int().default(0),
  sessions: z.int().default(0),
  records: z.record(z.string(), z.int()).default({}),
  suppressions: z.int().default(0),
  keyId: z.string().optional(),
});

const row = z.object({ id: z.string(), at: instant, by: z.string().nullable(), detail: proof });

/** An erasure as the audit log proves it; `by` is null for an API key and the operator. */
export type ErasureProof = z.output<typeof row>;

const ORDER = "-at";
const LIMIT = 20;
const cursorKey = z.tuple([z.string(), z.string()]);

/** A page of the erasures of a workspace, newest first. */
export async function listErasures(
  workspaceId: string,
  cursor: string | undefined,
): Promise<Page<ErasureProof>> {
  const after = decodeCursor(cursor, ORDER, cursorKey);
  // audit_entry_workspaceId_action_at_id_idx.
  const rows = await selectRows(
    row,
    Prisma.sql`
      SELECT a.id, a.at, u.name AS "by", a.detail FROM audit_entry a
      LEFT JOIN "user" u ON u.id = a."actorId"
      WHERE a."workspaceId" = ${workspaceId} AND a.action = 'privacy.erased'
        ${after ? Prisma.sql`AND (a.at, a.id) < (${after[0]}::timestamptz, ${after[1]})` : Prisma.empty}
      ORDER BY a.at DESC, a.id DESC LIMIT ${LIMIT + 1}`,
  );
  return pageOf(rows, LIMIT, ({ at, id }) => encodeCursor(ORDER, [at, id]));
}
