import { z } from "zod";
import { instant } from "#lib/columns.ts";
import { Prisma } from "#lib/db/generated/client.ts";
import { type Page, pageOf } from "#lib/keyset.ts";
import { keysetSort } from "#lib/keyset-sort.ts";
import { selectRows } from "#lib/select.ts";

const { sql } = Prisma;

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

const LIMIT = 20;

const { order, after, cursorOf } = keysetSort<ErasureProof>({
  name: "-at",
  kind: "instant",
  column: sql`a.at`,
  id: sql`a.id`,
  keyOf: (last) => [last.at, last.id],
});

/** A page of the erasures of a workspace, newest first. */
export async function listErasures(
  workspaceId: string,
  cursor: string | undefined,
): Promise<Page<ErasureProof>> {
  const erased = [
    sql`a."workspaceId" = ${workspaceId}`,
    sql`a.action = 'privacy.erased'`,
    ...after(cursor),
  ];
  // audit_entry_workspaceId_action_at_id_idx.
  const rows = await selectRows(
    row,
    sql`SELECT a.id, a.at, u.name AS "by", a.detail FROM audit_entry a
      LEFT JOIN "user" u ON u.id = a."actorId"
      WHERE ${Prisma.join(erased, " AND ")} ORDER BY ${order} LIMIT ${LIMIT + 1}`,
  );
  return pageOf(rows, LIMIT, cursorOf);
}
