import { z } from "zod";
import type { Sql } from "#lib/db/sql.ts";
import { FoyerError } from "#lib/errors.ts";
import { ACCOUNT_KINDS, type AccountKind, type OutcomeStatus } from "#lib/worklist/account.ts";

/** Who acts on which account, and when. */
export interface Act {
  workspaceId: string;
  accountId: string;
  userId: string;
  at: Date;
}

/** What an act makes of the item, besides that it is now the actor's. */
export interface Change {
  snooze?: { until: Date; wakesOnActivity: boolean };
  outcome?: { status: OutcomeStatus; reopensOnActivity: boolean };
}

const kindRow = z.object({ kind: z.enum(ACCOUNT_KINDS) });
const holderRow = z.object({ name: z.string().nullable() });

/** A claim counts while its holder is a member who can sign in. */
const IS_HELD = `EXISTS (SELECT 1 FROM membership m JOIN "user" u ON u.id = m."userId"
  WHERE m."workspaceId" = w."workspaceId" AND m."userId" = w."claimedById" AND u."disabledAt" IS NULL)`;

const TAKE_UP = `
  INSERT INTO work_item AS w ("workspaceId", "accountId", "kind", "state", "claimedById", "claimedAt",
    "snoozedUntil", "wakesOnActivity", "attendedUntil", "handledUntil", "status", "doneAt",
    "reopensOnActivity", "updatedAt")
  SELECT $1, $2, a.kind, CASE WHEN $7::text IS NULL THEN 'open' ELSE 'done' END, $3, $4::timestamptz,
    $5::timestamptz, $6::boolean, a.last, CASE WHEN $7::text IS NOT NULL THEN a.last END, $7::text,
    CASE WHEN $7::text IS NOT NULL THEN $4::timestamptz END, $8::boolean, $4::timestamptz
  FROM (
    SELECT 'company' AS kind, "lastSeenAt" AS last FROM company
    WHERE "workspaceId" = $1 AND id = $2 AND "lastSeenAt" IS NOT NULL
    UNION ALL
    SELECT 'visitor', "lastSeenAt" FROM visitor
    WHERE "workspaceId" = $1 AND id = $2 AND "companyId" IS NULL
  ) a
  ON CONFLICT ("workspaceId", "accountId") DO UPDATE SET "state" = EXCLUDED."state",
    "claimedById" = EXCLUDED."claimedById",
    "claimedAt" = CASE WHEN w."claimedById" = EXCLUDED."claimedById" THEN w."claimedAt"
      ELSE EXCLUDED."claimedAt" END,
    "snoozedUntil" = EXCLUDED."snoozedUntil", "wakesOnActivity" = EXCLUDED."wakesOnActivity",
    "attendedUntil" = EXCLUDED."attendedUntil",
    "handledUntil" = coalesce(EXCLUDED."handledUntil", w."handledUntil"),
    "status" = coalesce(EXCLUDED."status", w."status"),
    "doneAt" = coalesce(EXCLUDED."doneAt", w."doneAt"),
    "reopensOnActivity" = EXCLUDED."reopensOnActivity", "updatedAt" = EXCLUDED."updatedAt"
  WHERE w."claimedById" IS NULL OR w."claimedById" = EXCLUDED."claimedById" OR NOT ${IS_HELD}
  RETURNING "kind"`;

/**
 * Makes an account the actor's, with what the act changes, in one statement: of two who act at once one
 * wins. Throws `conflict`, naming the holder, when it is another member's, and `not_found` when there is
 * no such account.
 */
export async function takeUp(sql: Sql, act: Act, change: Change = {}): Promise<AccountKind> {
  const { workspaceId, accountId, userId, at } = act;
  const { snooze, outcome } = change;
  const [row] = await sql.query(TAKE_UP, [
    workspaceId,
    accountId,
    userId,
    at.toISOString(),
    snooze?.until.toISOString() ?? null,
    snooze?.wakesOnActivity ?? true,
    outcome?.status ?? null,
    outcome?.reopensOnActivity ?? false,
  ]);
  if (row) return kindRow.parse(row).kind;
  throw await refusal(sql, workspaceId, accountId);
}

/** Why an act was refused: whose the item is, or that there is none. */
export async function refusal(sql: Sql, workspaceId: string, accountId: string) {
  const [row] = await sql.query(
    `SELECT u.name FROM work_item w LEFT JOIN "user" u ON u.id = w."claimedById"
     WHERE w."workspaceId" = $1 AND w."accountId" = $2 AND w."claimedById" IS NOT NULL`,
    [workspaceId, accountId],
  );
  if (!row) return new FoyerError("not_found", "This account is no longer in the worklist.");
  const name = holderRow.parse(row).name ?? "Somebody else";
  return new FoyerError("conflict", `${name} has claimed this account.`, { holder: name });
}
