import type { Sql } from "#lib/db/sql.ts";
import type { Contribution } from "#lib/events/contribution.ts";
import type { Incoming } from "#lib/inbox/project.ts";
import { listSuppressed, type PersonKeys } from "#lib/privacy/suppression.ts";

/**
 * Takes out the events of people who were erased, and deletes their bodies. The caller holds the
 * projection, as an erasure does: what was stored before an erasure and comes here after it is seen. `key` is what
 * `loadSuppressionKey` gave under it.
 */
export async function dropSuppressed(
  sql: Sql,
  workspaceId: string,
  key: string | null,
  incoming: readonly Incoming[],
): Promise<{ kept: readonly Incoming[]; dropped: readonly Incoming[] }> {
  if (key === null) return { kept: incoming, dropped: [] };
  const asked = incoming.map(({ contribution }) => keysOf(contribution));
  const found = await listSuppressed(sql, workspaceId, key, {
    emails: distinct(asked.flatMap(({ emails }) => emails)),
    linkedins: distinct(asked.flatMap(({ linkedins }) => linkedins)),
    sids: distinct(asked.flatMap(({ sids }) => sids)),
  });
  const isDropped = ({ emails, linkedins, sids }: PersonKeys) => {
    if (emails.some((email) => found.emails.has(email))) return true;
    if (linkedins.some((url) => found.linkedins.has(url))) return true;
    // Somebody else may be named in a session that was an erased person's.
    return emails.length + linkedins.length === 0 && sids.some((sid) => found.sids.has(sid));
  };
  const dropped = incoming.filter((_, index) => isDropped(asked[index] ?? NOBODY));
  if (dropped.length === 0) return { kept: incoming, dropped };
  await sql.run(
    `DELETE FROM delivery_body WHERE "workspaceId" = $1 AND "deliveryId" = ANY($2::text[])`,
    [workspaceId, dropped.map(({ deliveryId }) => deliveryId)],
  );
  const gone = new Set(dropped);
  return { kept: incoming.filter((one) => !gone.has(one)), dropped };
}

const NOBODY: PersonKeys = { emails: [], linkedins: [], sids: [] };

const distinct = (values: readonly string[]) => [...new Set(values)];

/** All that an event knows a person by. */
function keysOf({ emails, validations, linkedin, sid }: Contribution): PersonKeys {
  return {
    emails: distinct([...emails, ...validations].map(({ email }) => email)),
    linkedins: linkedin ? [linkedin] : [],
    sids: sid ? [sid] : [],
  };
}
