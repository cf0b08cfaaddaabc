import { z } from "zod";
import { instant } from "#lib/columns.ts";
import { Prisma } from "#lib/db/generated/client.ts";
import { selectRows } from "#lib/select.ts";

const row = z.object({
  id: z.string(),
  visitorId: z.string(),
  /** Null when the visitor is gone. */
  name: z.string().nullable(),
  companyName: z.string().nullable(),
  at: instant,
  firedAt: instant,
  state: z.enum(["fired", "cooldown"]),
  why: z.array(z.string()),
  /** When the digest goes out that it waits for. */
  dueAt: instant.nullable(),
});

export type FiredRow = z.output<typeof row>;

const SHOWN = 25;

/** The latest matches of a rule, newest first: alert_fired_workspaceId_ruleId_firedAt_id_idx. */
export async function listFired(workspaceId: string, ruleId: string): Promise<FiredRow[]> {
  return selectRows(
    row,
    Prisma.sql`SELECT f.id, f."visitorId", coalesce(v."fullName", v."primaryEmail") AS name,
        v."companyName", f.at, f."firedAt", f.state, f.why, f."dueAt"
      FROM alert_fired f
      LEFT JOIN visitor v ON v."workspaceId" = f."workspaceId" AND v.id = f."visitorId"
      WHERE f."workspaceId" = ${workspaceId} AND f."ruleId" = ${ruleId}
      ORDER BY f."firedAt" DESC, f.id DESC LIMIT ${SHOWN}`,
  );
}
