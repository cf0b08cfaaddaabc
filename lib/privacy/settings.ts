import { z } from "zod";
import { recordAudit } from "#lib/audit/record.ts";
import { db } from "#lib/db/client.ts";
import { forgetEndpoints } from "#lib/webhooks/live-endpoint.ts";
import { DEFAULT_GATE, type Gate } from "./gate.ts";
import { gateRow } from "./gate-row.ts";
import { KEEP_ALL, type Retention } from "./retention.ts";

const days = z.int().nullable();

const retentionRow = z.object({
  visitorDays: days,
  visitDays: days,
  payloadDays: days,
  deliveryDays: days,
  auditDays: days,
  fileDays: days,
});

/** What a workspace keeps and for how long, and when that was last put into effect. */
export interface PrivacySettings {
  retention: Retention;
  gate: Gate;
  prunedAt: Date | null;
}

export async function getPrivacySettings(workspaceId: string): Promise<PrivacySettings> {
  const row = await db().privacySettings.findUnique({ where: { workspaceId } });
  if (!row) return { retention: KEEP_ALL, gate: DEFAULT_GATE, prunedAt: null };
  return { retention: retentionRow.parse(row), gate: gateRow.parse(row), prunedAt: row.prunedAt };
}

/** Sets for how long data is kept; it is pruned for the first time within minutes. */
export async function saveRetention(
  workspaceId: string,
  actorId: string,
  retention: Retention,
): Promise<void> {
  await db().$transaction(async (tx) => {
    const values = { ...retention, prunedAt: null };
    await tx.privacySettings.upsert({
      where: { workspaceId },
      create: { workspaceId, ...values, dropFields: [...DEFAULT_GATE.dropFields] },
      update: values,
    });
    await recordAudit(
      workspaceId,
      actorId,
      "privacy.retention_changed",
      null,
      { ...retention },
      tx,
    );
  });
}

/** Sets what is not stored. It holds here at once, in other processes within a second. */
export async function saveGate(workspaceId: string, actorId: string, gate: Gate): Promise<void> {
  const lists = {
    dropCountries: [...gate.dropCountries],
    dropTenants: [...gate.dropTenants],
    dropFields: [...gate.dropFields],
  };
  await db().$transaction(async (tx) => {
    const values = { dropEu: gate.dropEu, ...lists };
    await tx.privacySettings.upsert({
      where: { workspaceId },
      create: { workspaceId, ...values },
      update: values,
    });
    await recordAudit(workspaceId, actorId, "privacy.gate_changed", null, values, tx);
  });
  forgetEndpoints();
}
