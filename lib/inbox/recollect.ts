import { z } from "zod";
import type { Sql } from "#lib/db/sql.ts";
import { contributionOf } from "#lib/events/read-event.ts";
import { type Facts, mergeFacts } from "#lib/facts.ts";
import { BODY_TEXT, parseStoredBody } from "#lib/inbox/parse-body.ts";

const rowSchema = z.object({
  visitorId: z.string(),
  eventId: z.string(),
  hash: z.string(),
  webhookId: z.string(),
  body: z.string(),
});

/**
 * The facts of visitors, collected again from the raw bodies of all events that belong to them now.
 * Needed when stored evidence moved from one visitor to another; the usual new event only merges.
 */
export async function loadVisitorFacts(
  sql: Sql,
  workspaceId: string,
  visitorIds: readonly string[],
): Promise<Map<string, Facts>> {
  const byVisitor = new Map<string, Facts>();
  if (visitorIds.length === 0) return byVisitor;
  const rows = await sql.query(
    `SELECT e."visitorId", e."eventId", e."hash", d."webhookId", ${BODY_TEXT}
     FROM event e
     JOIN delivery d ON d."workspaceId" = $1 AND d."id" = e."deliveryId"
     JOIN delivery_body b ON b."workspaceId" = $1 AND b."deliveryId" = e."deliveryId"
     WHERE e."workspaceId" = $1 AND e."visitorId" = ANY($2::text[])`,
    [workspaceId, visitorIds],
  );
  for (const row of rows) {
    const { visitorId, hash, webhookId, body } = rowSchema.parse(row);
    const parsed = parseStoredBody(body);
    if (!parsed.ok) continue; // Cannot be: it was projected once. Its event then has no facts to give.
    const event = contributionOf(parsed.value, { webhookId, hash });
    if (!event.ok) continue;
    const before = byVisitor.get(visitorId) ?? {};
    byVisitor.set(visitorId, mergeFacts(before, event.contribution.visitor));
  }
  return byVisitor;
}
