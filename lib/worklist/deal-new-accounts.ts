import { z } from "zod";
import { now } from "#lib/clock.ts";
import { sql } from "#lib/db/client.ts";
import type { Sql } from "#lib/db/sql.ts";
import { announce } from "#lib/notifications/announce.ts";
import { ACCOUNT_KINDS } from "#lib/worklist/account.ts";
import { listActiveMembers } from "#lib/worklist/active-members.ts";
import { type DealingRule, dealAccounts } from "#lib/worklist/deal.ts";
import { type Dealt, dealtAccount, tellDealt } from "#lib/worklist/tell-dealt.ts";

const HOUR_MS = 3_600_000;
/** Older visits (a history that is loaded at once, say) are nobody's news and are not dealt. */
const FRESH_MS = 24 * HOUR_MS;
/** Enrichment names the company of most people within minutes; who stays without one is dealt alone. */
const ALONE_AFTER_MS = HOUR_MS / 6;
const LOT = 1_000;

const text = z.string().nullable();
const candidateRow = z.object({
  id: z.string(),
  kind: z.enum(ACCOUNT_KINDS),
  countryCode: text,
  industry: text,
  employeeCount: z.int().nullable(),
  domain: text,
  lastSeenAt: z.date(),
});
type Candidate = z.output<typeof candidateRow>;

const ruleRow = z.object({
  id: z.string(),
  countries: z.array(z.string()),
  industries: z.array(z.string()),
  minEmployees: z.int().nullable(),
  maxEmployees: z.int().nullable(),
  domainEnding: text,
  memberIds: z.array(z.string()),
  lastMemberId: text,
});

/** Deals the new accounts of every workspace that has rules: a periodic task. */
export async function dealAllNewAccounts(): Promise<void> {
  const rows = await sql().query(
    `SELECT DISTINCT "workspaceId" FROM assignment_rule WHERE "isEnabled"`,
  );
  for (const row of rows) await dealNewAccounts(String(row.workspaceId));
}

/**
 * Gives accounts that nobody has taken up and that were seen in the last day to whom the rules say, the
 * earliest visit first. An account is dealt once, ever: what makes it dealt is its work item. Returns
 * how many were.
 */
export async function dealNewAccounts(workspaceId: string): Promise<number> {
  const { dealt, told } = await sql().transaction(async (tx) => {
    // One dealer at a time, or two would give the same turn twice.
    await tx.query("SELECT pg_advisory_xact_lock(hashtextextended('assignment:' || $1, 0))", [
      workspaceId,
    ]);
    const rules = await listEnabledRules(tx, workspaceId);
    const active = await listActiveMembers(tx, workspaceId);
    const at = now();
    const written: Dealt[] = [];
    let after: Candidate | undefined;
    do {
      const lot = await listCandidates(tx, workspaceId, at, after);
      const { deals, turns } = dealAccounts(rules, active, lot);
      const kinds = new Map(lot.map(({ id, kind }) => [id, kind]));
      const done = await write(
        tx,
        workspaceId,
        deals.map((deal) => ({ ...deal, kind: kinds.get(deal.accountId), at: new Date(at) })),
        [...turns].map(([id, last]) => ({ id, last })),
      );
      written.push(...done);
      for (const rule of rules) rule.lastMemberId = turns.get(rule.id) ?? rule.lastMemberId;
      after = lot.length < LOT ? undefined : lot.at(-1);
    } while (after);
    return { dealt: written.length, told: await tellDealt(tx, workspaceId, written) };
  });
  await announce(workspaceId, told);
  return dealt;
}

async function listEnabledRules(tx: Sql, workspaceId: string): Promise<DealingRule[]> {
  const rows = await tx.query(
    `SELECT "id", "countries", "industries", "minEmployees", "maxEmployees", "domainEnding", "memberIds",
       "lastMemberId" FROM assignment_rule WHERE "workspaceId" = $1 AND "isEnabled"
     ORDER BY "position", "id"`,
    [workspaceId],
  );
  return rows.map((row) => ruleRow.parse(row));
}

async function listCandidates(tx: Sql, workspaceId: string, at: number, after?: Candidate) {
  const rows = await tx.query(
    `SELECT * FROM (
       SELECT c.id, 'company' AS kind, c."countryCode", c.industry, c."employeeCount", c.domain, c."lastSeenAt"
       FROM company c WHERE c."workspaceId" = $1 AND c."lastSeenAt" > $2::timestamptz
       UNION ALL
       SELECT v.id, 'visitor', v."countryCode", NULL, NULL, v."companyDomain", v."lastSeenAt"
       FROM visitor v WHERE v."workspaceId" = $1 AND v."companyId" IS NULL
         AND v."lastSeenAt" > $2::timestamptz AND v."firstSeenAt" < $3::timestamptz
     ) a
     WHERE NOT EXISTS (SELECT 1 FROM work_item w WHERE w."workspaceId" = $1 AND w."accountId" = a.id)
       AND ($4::timestamptz IS NULL OR (a."lastSeenAt", a.id) > ($4::timestamptz, $5::text))
     ORDER BY a."lastSeenAt", a.id LIMIT ${LOT}`,
    [
      workspaceId,
      new Date(at - FRESH_MS),
      new Date(at - ALONE_AFTER_MS),
      after?.lastSeenAt ?? null,
      after?.id ?? null,
    ],
  );
  return rows.map((row) => candidateRow.parse(row));
}

async function write(
  tx: Sql,
  workspaceId: string,
  deals: readonly object[],
  turns: readonly object[],
): Promise<Dealt[]> {
  if (deals.length === 0) return [];
  // What somebody has claimed this moment is theirs.
  const rows = await tx.query(
    `INSERT INTO work_item ("workspaceId", "accountId", "kind", "claimedById", "claimedAt", "ruleId")
     SELECT $1, x."accountId", x.kind, x."memberId", x.at, x."ruleId"
     FROM jsonb_to_recordset($2::text::jsonb)
       AS x("accountId" text, kind text, "memberId" text, at timestamptz, "ruleId" text)
     ON CONFLICT DO NOTHING RETURNING "accountId", "claimedById" AS "memberId"`,
    [workspaceId, JSON.stringify(deals)],
  );
  await tx.query(
    `UPDATE assignment_rule r SET "lastMemberId" = x.last
     FROM jsonb_to_recordset($2::text::jsonb) AS x(id text, last text)
     WHERE r."workspaceId" = $1 AND r.id = x.id`,
    [workspaceId, JSON.stringify(turns)],
  );
  return rows.map((row) => dealtAccount.parse(row));
}
