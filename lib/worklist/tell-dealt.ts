import { z } from "zod";
import type { Sql } from "#lib/db/sql.ts";
import { formatNumber } from "#lib/format.ts";
import { notify } from "#lib/notifications/notify.ts";

/** An account and the member it was dealt to. */
export const dealtAccount = z.object({ accountId: z.string(), memberId: z.string() });
export type Dealt = z.output<typeof dealtAccount>;

/** More at once are told as a number. */
const MOST_BY_NAME = 3;

const namedRow = z.object({ id: z.string(), name: z.string().nullable() });

/** Tells members which accounts a rule has just dealt them. Returns who was told. */
export async function tellDealt(
  tx: Sql,
  workspaceId: string,
  dealt: readonly Dealt[],
): Promise<string[]> {
  if (dealt.length === 0) return [];
  const byMember = new Map<string, string[]>();
  for (const { accountId, memberId } of dealt) {
    byMember.set(memberId, [...(byMember.get(memberId) ?? []), accountId]);
  }
  const few = [...byMember.values()].filter((ids) => ids.length <= MOST_BY_NAME).flat();
  const names = await namesOf(tx, workspaceId, few);
  const [space] = await tx.query(`SELECT slug FROM workspace WHERE id = $1`, [workspaceId]);
  const path = `/${z.object({ slug: z.string() }).parse(space).slug}/worklist`;
  const told: string[] = [];
  for (const [memberId, ids] of byMember) {
    const notices =
      ids.length > MOST_BY_NAME
        ? [{ title: `${formatNumber(ids.length)} accounts are yours`, href: `${path}?view=mine` }]
        : ids.map((id) => ({
            title: `${names.get(id) ?? "A visitor"} is yours`,
            href: `${path}/${id}`,
          }));
    for (const notice of notices) {
      const body = "Dealt by a rule of assignment";
      told.push(...(await notify(tx, workspaceId, [memberId], { kind: "dealt", body, ...notice })));
    }
  }
  return told;
}

async function namesOf(tx: Sql, workspaceId: string, ids: readonly string[]) {
  const rows = await tx.query(
    `SELECT id, name FROM company WHERE "workspaceId" = $1 AND id = ANY ($2::text[])
     UNION ALL
     SELECT id, coalesce("fullName", "primaryEmail") FROM visitor
     WHERE "workspaceId" = $1 AND id = ANY ($2::text[])`,
    [workspaceId, ids],
  );
  return new Map(rows.map((row) => namedRow.parse(row)).map(({ id, name }) => [id, name]));
}
