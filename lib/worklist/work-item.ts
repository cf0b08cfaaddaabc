import { z } from "zod";
import { instant, whole } from "#lib/columns.ts";
import { Prisma } from "#lib/db/generated/client.ts";
import { scoreColumn, scoreMargin } from "#lib/scoring/score-sql.ts";
import { selectRows } from "#lib/select.ts";
import { ACCOUNT_KINDS, OUTCOME_STATUSES } from "#lib/worklist/account.ts";
import { type Viewer, viewOf } from "#lib/worklist/item-state.ts";
import { WORKLIST_VIEWS } from "#lib/worklist/search-params.ts";

const { sql } = Prisma;
const text = z.string().nullable();

const itemRow = z.object({
  kind: z.enum(ACCOUNT_KINDS),
  id: z.string(),
  name: text,
  /** The company's domain, or the person's title. */
  detail: text,
  industry: text,
  employeeCount: z.int().nullable(),
  country: text,
  countryCode: text,
  score: scoreColumn,
  lastSeenAt: instant,
  view: z.enum(WORKLIST_VIEWS),
  owner: z.object({ id: z.string(), name: z.string() }).nullable(),
  claimedAt: instant.nullable(),
  snoozedUntil: instant.nullable(),
  wakesOnActivity: z.boolean(),
  outcome: z
    .object({
      status: z.enum(OUTCOME_STATUSES),
      at: instant,
      amountMinor: whole.nullable(),
      currency: text,
    })
    .nullable(),
  /** The words of the list are about what is later than this. */
  since: instant,
  /** What is later than this nobody has attended to. */
  attendedUntil: instant,
});

/** One account with where it stands. */
export type WorkItem = z.output<typeof itemRow>;

const REACH = sql`interval '720 hours'`;

/**
 * The accounts with these ids, in no order; those that are gone are left out. `since` is the account's
 * last outcome, or 30 days before its last visit when that is later or there is no new visit since.
 */
export async function loadItems(
  workspaceId: string,
  ids: readonly string[],
  viewer: Viewer,
): Promise<WorkItem[]> {
  if (ids.length === 0) return [];
  const account = sql`
    SELECT 'company' AS kind, id, name, domain AS detail, industry, "employeeCount", country,
      "countryCode", "scoreRank" AS rank, "lastSeenAt" AS last
    FROM company WHERE "workspaceId" = ${workspaceId} AND id = ANY(${ids}::text[]) AND "lastSeenAt" IS NOT NULL
    UNION ALL
    SELECT 'visitor', id, coalesce("fullName", "primaryEmail"), coalesce("jobTitle", headline), NULL, NULL,
      country, "countryCode", "scoreRank", "lastSeenAt"
    FROM visitor WHERE "workspaceId" = ${workspaceId} AND id = ANY(${ids}::text[]) AND "companyId" IS NULL`;
  return selectRows(
    itemRow,
    sql`SELECT a.kind, a.id, a.name, a.detail, a.industry, a."employeeCount", a.country, a."countryCode",
        ${scoreMargin(workspaceId, sql`a.rank`, viewer.at.getTime())} AS score, a.last AS "lastSeenAt", ${viewOf(sql`a.last`, viewer)} AS view,
        CASE WHEN u.id IS NOT NULL THEN jsonb_build_object('id', u.id, 'name', u.name) END AS owner,
        w."claimedAt", w."snoozedUntil", coalesce(w."wakesOnActivity", true) AS "wakesOnActivity",
        (SELECT jsonb_build_object('status', o.status, 'amountMinor', o."amountMinor", 'currency', o.currency,
            'at', to_char(o.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))
          FROM outcome o WHERE o."workspaceId" = ${workspaceId}
            AND (o."companyId" = a.id OR o."visitorId" = a.id) AND w.status IS NOT NULL
          ORDER BY o.at DESC, o.id DESC LIMIT 1) AS outcome,
        t.since, greatest(w."attendedUntil", t.since) AS "attendedUntil"
      FROM (${account}) a
      LEFT JOIN work_item w ON w."workspaceId" = ${workspaceId} AND w."accountId" = a.id
      LEFT JOIN "user" u ON u.id = w."claimedById"
      CROSS JOIN LATERAL (SELECT CASE WHEN w."handledUntil" < a.last
        THEN greatest(w."handledUntil", a.last - ${REACH}) ELSE a.last - ${REACH} END AS since) t`,
  );
}
