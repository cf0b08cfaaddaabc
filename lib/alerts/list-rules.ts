import { z } from "zod";
import { conditions } from "#lib/alerts/conditions.ts";
import { CHANNEL_KINDS, DELIVERIES } from "#lib/alerts/rule.ts";
import { instant, whole } from "#lib/columns.ts";
import { Prisma } from "#lib/db/generated/client.ts";
import { selectRows } from "#lib/select.ts";

const { sql } = Prisma;

const row = z.object({
  id: z.string(),
  name: z.string(),
  ownerId: z.string().nullable(),
  conditions,
  delivery: z.enum(DELIVERIES),
  enabledAt: instant.nullable(),
  kinds: z.array(z.enum(CHANNEL_KINDS)),
  /** How often it fired in the last seven days, up to 1,000. */
  lately: whole,
  lastFiredAt: instant.nullable(),
  /** Messages that were given up, up to 1,000. */
  dead: whole,
});

export type RuleListItem = z.output<typeof row>;

/**
 * The rules that a member sees: the workspace's and their own, by name. There are at most a few
 * hundred; the counts stop at a thousand (alert_fired_workspaceId_ruleId_firedAt_id_idx).
 */
export async function listRules(workspaceId: string, userId: string): Promise<RuleListItem[]> {
  return selectRows(
    row,
    sql`SELECT r.id, r.name, r."ownerId", r.conditions, r.delivery, r."enabledAt",
        ARRAY(SELECT c.kind FROM alert_channel c
          WHERE c."workspaceId" = r."workspaceId" AND c."ruleId" = r.id ORDER BY c.kind) AS kinds,
        (SELECT count(*) FROM (SELECT 1 FROM alert_fired f
          WHERE f."workspaceId" = r."workspaceId" AND f."ruleId" = r.id AND f.state = 'fired'
            AND f."firedAt" > now() - interval '7 days' LIMIT 1000) few) AS lately,
        (SELECT f."firedAt" FROM alert_fired f
          WHERE f."workspaceId" = r."workspaceId" AND f."ruleId" = r.id AND f.state = 'fired'
          ORDER BY f."firedAt" DESC, f.id DESC LIMIT 1) AS "lastFiredAt",
        (SELECT count(*) FROM (SELECT 1 FROM outbox o
          WHERE o."workspaceId" = r."workspaceId" AND o."ruleId" = r.id AND o.state = 'dead'
            AND NOT o."isTest" LIMIT 1000) few) AS dead
      FROM alert_rule r
      WHERE r."workspaceId" = ${workspaceId} AND (r."ownerId" IS NULL OR r."ownerId" = ${userId})
      ORDER BY r."ownerId" IS NULL, lower(r.name), r.id`,
  );
}
