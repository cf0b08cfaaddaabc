import { z } from "zod";
import type { Sql } from "#lib/db/sql.ts";
import { type IdentityRules, NO_RULES, rulesOf } from "#lib/identity/corrections.ts";
import { slot } from "#lib/slot.ts";

const stampRow = z.object({ id: z.string(), version: z.string() });

const activeRow = z.union([
  z.object({ kind: z.literal("merge"), fromKey: z.string(), intoKey: z.string() }),
  z.object({
    kind: z.literal("detach"),
    scope: z.enum(["session", "device", "event"]),
    ref: z.string(),
    intoKey: z.string().nullable(),
  }),
]);

interface Known {
  stamp: string;
  rules: IdentityRules;
}

// Rules of the few workspaces at work; an entry is used only while it is the latest.
const MOST = 100;
const known = () => slot("identity rules", () => new Map<string, Known>());

/**
 * What people have corrected in a workspace, as it stands. The caller holds the projection, under which
 * alone corrections change; so one look at the latest of them tells whether what is known still holds.
 */
export async function loadRules(sql: Sql, workspaceId: string): Promise<IdentityRules> {
  // Served by identity_correction_workspaceId_version_key.
  const [latest] = await sql.query(
    `SELECT "id", "version"::text AS version FROM identity_correction WHERE "workspaceId" = $1
     ORDER BY identity_correction."version" DESC LIMIT 1`,
    [workspaceId],
  );
  if (!latest) return NO_RULES;
  const { id, version } = stampRow.parse(latest);
  const stamp = `${version} ${id}`;
  const before = known().get(workspaceId);
  if (before?.stamp === stamp) return before.rules;
  const rows = await sql.query(
    `SELECT "kind", "scope", "ref", "fromKey", "intoKey" FROM identity_correction
     WHERE "workspaceId" = $1 AND "activeOn" IS NOT NULL`,
    [workspaceId],
  );
  const rules = rulesOf(rows.map((row) => activeRow.parse(row)));
  if (known().size >= MOST) known().clear();
  known().set(workspaceId, { stamp, rules });
  return rules;
}
