import { z } from "zod";
import type { Sql } from "#lib/db/sql.ts";
import type { Person } from "#lib/privacy/person.ts";

/** Which rows of a table are a person's: by visitor ($2), session ($3), e-mail ($4) or event ($5). */
const TABLES = {
  visitor: `t."id" = ANY($2)`,
  visitor_email: `t."visitorId" = ANY($2)`,
  email_validation: `t."email" = ANY($4)`,
  stage_reached: `t."visitorId" = ANY($2)`,
  employment: `t."visitorId" = ANY($2)`,
  session: `t."visitorId" = ANY($2) OR (t."visitorId" IS NULL AND t."sid" = ANY($3))`,
  page_view: `t."visitorId" = ANY($2) OR (t."visitorId" IS NULL AND t."sid" = ANY($3))`,
  device: `t."visitorId" = ANY($2)`,
  event: `t."eventId" = ANY($5)`,
  event_email: `t."eventId" = ANY($5)`,
  identity_correction: `t."fromId" = ANY($2) OR t."intoId" = ANY($2)`,
  lead: `t."visitorId" = ANY($2)`,
  lead_change: `t."visitorId" = ANY($2)`,
  note: `t."visitorId" = ANY($2)`,
  task: `t."visitorId" = ANY($2)`,
  visitor_tag: `t."visitorId" = ANY($2)`,
  outcome: `t."visitorId" = ANY($2)`,
  work_item: `t."accountId" = ANY($2)`,
  alert_fired: `t."visitorId" = ANY($2)`,
} as const;

const cells = z.record(z.string(), z.unknown());

/** Every row that is held on a person, by table; tables without one are left out. */
export async function listPersonRows(
  sql: Sql,
  workspaceId: string,
  { ids, keys }: Person,
  events: readonly { eventId: string }[],
): Promise<Record<string, Record<string, unknown>[]>> {
  const eventIds = events.map(({ eventId }) => eventId);
  const found: Record<string, Record<string, unknown>[]> = {};
  for (const [table, condition] of Object.entries(TABLES)) {
    // All parameters are named, so that every statement takes the same ones.
    const rows = await sql.query(
      `WITH given AS (SELECT $2::text[], $3::text[], $4::text[], $5::text[])
       SELECT to_jsonb(t) - 'workspaceId' - 'searchText' AS cells FROM ${table} t
       WHERE t."workspaceId" = $1 AND (${condition})`,
      [workspaceId, ids, keys.sids, keys.emails, eventIds],
    );
    if (rows.length > 0) found[table] = rows.map((row) => cells.parse(row.cells));
  }
  return found;
}
