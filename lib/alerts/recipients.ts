import { z } from "zod";
import type { AlertRule } from "#lib/alerts/rule.ts";
import type { Sql } from "#lib/db/sql.ts";

const row = z.object({ id: z.string(), email: z.string() });

/** Members who can be told something: their ids and addresses. */
export type Members = ReadonlyMap<string, string>;

/** Everybody in a workspace who is not disabled. */
export async function listReachable(sql: Sql, workspaceId: string): Promise<Members> {
  const rows = await sql.query(
    `SELECT u."id", u."email" FROM membership m JOIN "user" u ON u."id" = m."userId"
     WHERE m."workspaceId" = $1 AND u."disabledAt" IS NULL`,
    [workspaceId],
  );
  return new Map(rows.map((one) => row.parse(one)).map(({ id, email }) => [id, email]));
}

/**
 * Who is told of a visitor. A rule for owners tells everybody of a visitor that nobody owns, or whose
 * owner has left: an alert that reaches nobody would be worse.
 */
export function recipientsOf(
  rule: Pick<AlertRule, "audience" | "ownerId" | "memberIds">,
  leadOwnerId: string | null,
  members: Members,
): string[] {
  const everyone = [...members.keys()];
  const here = (ids: readonly (string | null)[]) => everyone.filter((id) => ids.includes(id));
  if (rule.audience === "me") return here([rule.ownerId]);
  if (rule.audience === "members") return here(rule.memberIds);
  if (rule.audience === "everyone") return everyone;
  const owner = here([leadOwnerId]);
  return owner.length > 0 ? owner : everyone;
}
