import { z } from "zod";
import { instant } from "#lib/columns.ts";
import { sql } from "#lib/db/client.ts";
import { Prisma } from "#lib/db/generated/client.ts";
import { selectRows } from "#lib/select.ts";
import { ACCOUNT_KINDS } from "#lib/worklist/account.ts";
import { listActiveMembers } from "#lib/worklist/active-members.ts";
import { listAssignmentRules } from "#lib/worklist/assignment-rules.ts";
import { dealAccounts } from "#lib/worklist/deal.ts";

const SHOWN = 100;
const text = z.string().nullable();
const accountRow = z.object({
  id: z.string(),
  kind: z.enum(ACCOUNT_KINDS),
  name: text,
  countryCode: text,
  industry: text,
  employeeCount: z.int().nullable(),
  domain: text,
  lastSeenAt: instant,
});

/** An account of the preview; null where no rule fits. */
export interface PreviewRow extends z.output<typeof accountRow> {
  ruleId: string | null;
  memberId: string | null;
}

/** What the rules would have done with the hundred accounts seen last, as if all were new. Writes nothing. */
export async function previewAssignment(workspaceId: string): Promise<PreviewRow[]> {
  const [rules, active, accounts] = await Promise.all([
    listAssignmentRules(workspaceId),
    listActiveMembers(sql(), workspaceId),
    listLatest(workspaceId),
  ]);
  const enabled = rules.filter((rule) => rule.isEnabled);
  const { deals } = dealAccounts(enabled, active, accounts.toReversed());
  const byAccount = new Map(deals.map((deal) => [deal.accountId, deal]));
  return accounts.map((account) => {
    const deal = byAccount.get(account.id);
    return { ...account, ruleId: deal?.ruleId ?? null, memberId: deal?.memberId ?? null };
  });
}

async function listLatest(workspaceId: string) {
  return selectRows(
    accountRow,
    Prisma.sql`SELECT * FROM (
        (SELECT c.id, 'company' AS kind, c.name, c."countryCode", c.industry, c."employeeCount", c.domain,
          c."lastSeenAt"
        FROM company c WHERE c."workspaceId" = ${workspaceId} AND c."lastSeenAt" IS NOT NULL
        ORDER BY c."lastSeenAt" DESC, c.id DESC LIMIT ${SHOWN})
        UNION ALL
        (SELECT v.id, 'visitor', coalesce(v."fullName", v."primaryEmail"), v."countryCode", NULL, NULL,
          v."companyDomain", v."lastSeenAt"
        FROM visitor v WHERE v."workspaceId" = ${workspaceId} AND v."companyId" IS NULL
        ORDER BY v."companyId", v."lastSeenAt" DESC LIMIT ${SHOWN})
      ) a ORDER BY a."lastSeenAt" DESC, a.id DESC LIMIT ${SHOWN}`,
  );
}
