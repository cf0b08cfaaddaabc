import { z } from "zod";
import { companyIdOf } from "#lib/companies/store-companies.ts";
import { sql } from "#lib/db/client.ts";
import type { Contribution } from "#lib/events/contribution.ts";
import { contributionOf } from "#lib/events/read-event.ts";
import { compareOrigins, type Fact } from "#lib/facts.ts";
import { parseBody } from "#lib/inbox/parse-body.ts";
import { canonicalJson, type Json } from "#lib/json.ts";

/** A value that some event gives for a field, with the event that counts for it. */
export interface FactSaying {
  value: Json;
  eventId: string;
  type: string;
  provider: string | null;
  at: string;
}

/** What the events say of one field: the value that counts first, then what others say. */
export interface FactSayings {
  sayings: FactSaying[];
  /** True when there are older events than those that were looked at. */
  isPartial: boolean;
}

/** Bodies are read for this, so a page's worth of the latest events is enough. */
const EVENTS = 200;
const SHOWN = 6;

const BODY = `d."webhookId", e."hash", b."body"
  FROM event e
  JOIN delivery d ON d."workspaceId" = $1 AND d."id" = e."deliveryId"
  JOIN delivery_body b ON b."workspaceId" = $1 AND b."deliveryId" = e."deliveryId"`;

// Served by event_workspaceId_visitorId_occurredAt_idx.
const OF_VISITOR = `SELECT ${BODY} WHERE e."workspaceId" = $1 AND e."visitorId" = $2
  ORDER BY e."occurredAt" DESC LIMIT ${EVENTS}`;

// A company has no events of its own: those of people who work or worked there speak of it. Served by
// visitor_workspaceId_companyId_lastSeenAt_idx and employment_workspaceId_companyId_visitorId_idx.
const OF_COMPANY = `
  WITH people AS (
    (SELECT "id" FROM visitor WHERE "workspaceId" = $1 AND "companyId" = $2
      ORDER BY "lastSeenAt" DESC LIMIT 40)
    UNION
    (SELECT "visitorId" FROM employment WHERE "workspaceId" = $1 AND "companyId" = $2 LIMIT 40)
  )
  SELECT ${BODY} JOIN people p ON e."visitorId" = p."id"
  WHERE e."workspaceId" = $1 AND e."type" IN ('identity.enriched', 'identity.session.finalized')
  ORDER BY e."occurredAt" DESC LIMIT ${EVENTS}`;

const rowSchema = z.object({
  webhookId: z.string(),
  hash: z.string(),
  body: z.instanceof(Uint8Array),
});

/** What the events of a visitor say of one of its fields; read from the ledger. */
export function explainVisitorFact(
  workspaceId: string,
  visitorId: string,
  field: string,
): Promise<FactSayings> {
  return explain(OF_VISITOR, [workspaceId, visitorId], (event) => event.visitor[field]);
}

/** What events say of one field of a company; read from the ledger. */
export function explainCompanyFact(
  workspaceId: string,
  companyId: string,
  field: string,
): Promise<FactSayings> {
  return explain(OF_COMPANY, [workspaceId, companyId], (event) => {
    const own = event.companies.find(({ key }) => companyIdOf(workspaceId, key) === companyId);
    return own?.facts[field];
  });
}

async function explain(
  query: string,
  values: readonly string[],
  factOf: (event: Contribution) => Fact | undefined,
): Promise<FactSayings> {
  const rows = await sql().query(query, values);
  const best = new Map<string, Fact>();
  for (const row of rows) {
    const { webhookId, hash, body } = rowSchema.parse(row);
    const parsed = parseBody(body);
    const reading = parsed.ok ? contributionOf(parsed.value, { webhookId, hash }) : null;
    const fact = reading?.ok ? factOf(reading.contribution) : undefined;
    if (!fact) continue;
    const key = canonicalJson(fact.value);
    const known = best.get(key);
    if (!known || compareOrigins(fact.origin, known.origin) > 0) best.set(key, fact);
  }
  const sayings = [...best.values()]
    .sort((a, b) => compareOrigins(b.origin, a.origin))
    .slice(0, SHOWN)
    .map(({ value, origin: { eventId, type, provider, at } }) => ({
      value,
      eventId,
      type,
      provider,
      at: new Date(at).toISOString(),
    }));
  return { sayings, isPartial: rows.length === EVENTS };
}
