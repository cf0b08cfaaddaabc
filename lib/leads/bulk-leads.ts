import { z } from "zod";
import { whole } from "#lib/columns.ts";
import { sql } from "#lib/db/client.ts";
import { Prisma } from "#lib/db/generated/client.ts";
import { defineJob } from "#lib/jobs/define-job.ts";
import { leadChange } from "#lib/leads/lead-change.ts";
import { tellOwnerOfMany } from "#lib/leads/tell-owner.ts";
import { changeLeads, checkChange } from "#lib/leads/update-leads.ts";
import { selectFirst, selectRows } from "#lib/select.ts";
import { visitorFilters } from "#lib/visitors/search-params.ts";
import { resolveScope, visitorConditions } from "#lib/visitors/visitor-where.ts";

/** The job's name for `startJob`. */
export const BULK_LEADS = "leads.bulk";

export const bulkLeadsInput = z.object({ filters: visitorFilters, change: leadChange });

const BATCH = 500;
const checkpoint = z.object({ after: z.string(), done: z.int(), changed: z.int() });

/**
 * Applies a change to every visitor that matches filters, in the order of their ids: what the change
 * itself moves in or out of the filters is neither missed nor met twice. Its result is
 * `{ matched, changed }`.
 */
export const bulkLeads = defineJob({
  name: BULK_LEADS,
  input: bulkLeadsInput,
  async run({ workspaceId, userId, ...context }, { filters, change }) {
    await checkChange(workspaceId, change);
    const scope = await resolveScope(workspaceId, filters);
    const where = Prisma.join(visitorConditions(workspaceId, scope), " AND ");
    let at = checkpoint.nullable().parse(context.checkpoint) ?? { after: "", done: 0, changed: 0 };
    const total = at.done + (await countFrom(where, at.after));
    await context.progress(at.done, total, at);
    while (true) {
      const ids = await nextIds(where, at.after);
      const last = ids.at(-1);
      if (last === undefined) break;
      const changed = await sql().transaction((tx) =>
        changeLeads(tx, workspaceId, userId, ids, change),
      );
      at = { after: last, done: at.done + ids.length, changed: at.changed + changed };
      // Who arrives meanwhile may be among them.
      await context.progress(at.done, Math.max(total, at.done), at);
    }
    if (change.ownerId) await tellOwnerOfMany(workspaceId, userId, change.ownerId, at.changed);
    await context.result({ matched: at.done, changed: at.changed });
    await context.progress(at.done, at.done, at);
  },
});

async function countFrom(where: Prisma.Sql, after: string): Promise<number> {
  const row = await selectFirst(
    z.object({ count: whole }),
    Prisma.sql`SELECT count(*) AS count FROM visitor v WHERE ${where} AND v.id > ${after}`,
  );
  return row?.count ?? 0;
}

async function nextIds(where: Prisma.Sql, after: string): Promise<string[]> {
  const rows = await selectRows(
    z.object({ id: z.string() }),
    Prisma.sql`SELECT v.id FROM visitor v WHERE ${where} AND v.id > ${after} ORDER BY v.id LIMIT ${BATCH}`,
  );
  return rows.map((row) => row.id);
}
