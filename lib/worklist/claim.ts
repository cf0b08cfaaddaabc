import { sql } from "#lib/db/client.ts";
import { type Act, refusal, takeUp } from "#lib/worklist/take-up.ts";

/** Makes an account the actor's, also one that is done or waits. Throws as `takeUp` does. */
export async function claimAccount(act: Act): Promise<void> {
  await takeUp(sql(), act);
}

/**
 * Gives an account back: it is nobody's and open again. Only its holder may, and who may act for all
 * (`forAll`). Throws `conflict`, naming the holder, and `not_found`.
 */
export async function releaseAccount(act: Act, forAll = false): Promise<void> {
  const { workspaceId, accountId, userId, at } = act;
  const rows = await sql().query(
    `UPDATE work_item SET "state" = 'open', "claimedById" = NULL, "claimedAt" = NULL, "ruleId" = NULL,
       "snoozedUntil" = NULL, "attendedUntil" = NULL, "updatedAt" = $4::timestamptz
     WHERE "workspaceId" = $1 AND "accountId" = $2 AND "claimedById" IS NOT NULL
       AND ("claimedById" = $3 OR $5::boolean) RETURNING 1`,
    [workspaceId, accountId, userId, at.toISOString(), forAll],
  );
  if (rows.length === 0) throw await refusal(sql(), workspaceId, accountId);
}
