import type { Sql } from "#lib/db/sql.ts";
import { knownPart } from "#lib/events/known-part.ts";
import { contributionOf } from "#lib/events/read-event.ts";
import { parseStoredBody } from "#lib/inbox/parse-body.ts";
import { canonicalJson } from "#lib/json.ts";
import { log } from "#lib/log.ts";
import { deleteBodies, type OldDelivery, rewriteBodies, stepOverBodies } from "./old-bodies.ts";
import type { PruneAt, PruneStep } from "./prune-step.ts";

/**
 * Gives up payloads as they were received. Where the tables stand on one, what Foyer reads from it stays
 * in its place, so that a rebuild says the same; the body of any other (duplicates, what was ignored,
 * rejected or failed for good) goes altogether.
 */
export function prunePayloads(tx: Sql, at: PruneAt): Promise<PruneStep> {
  const { workspaceId, dryRun } = at;
  return stepOverBodies(tx, at, "payloadsTo", async (deliveries) => {
    const held = deliveries.filter(({ body }) => body !== null);
    const reduced = held.filter(({ hasEvent }) => hasEvent).flatMap((one) => reduce(one) ?? []);
    const gone = held.filter(({ hasEvent }) => !hasEvent).map(({ id }) => id);
    if (!dryRun) {
      await rewriteBodies(tx, workspaceId, "raw", reduced);
      await deleteBodies(tx, workspaceId, gone);
    }
    return reduced.length + gone.length;
  });
}

function reduce({ id, body, webhookId, bodyHash }: OldDelivery) {
  const parsed = parseStoredBody(body ?? "");
  const part = parsed.ok ? knownPart(parsed.value) : null;
  if (!parsed.ok || part === null) return null;
  const meta = { webhookId, hash: bodyHash };
  const [before, after] = [contributionOf(parsed.value, meta), contributionOf(part, meta)];
  const isSame =
    before.ok &&
    after.ok &&
    canonicalJson(before.contribution) === canonicalJson(after.contribution);
  if (isSame) return { id, text: JSON.stringify(part) };
  log().warn({ deliveryId: id }, "a payload stays whole: its known part says something else");
  return null;
}
