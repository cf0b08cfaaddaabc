import { Prisma } from "#lib/db/generated/client.ts";
import { type Page, pageOf } from "#lib/keyset.ts";
import { keysetSort } from "#lib/keyset-sort.ts";
import { endOf, startOf } from "#lib/list-params.ts";
import { selectRows } from "#lib/select.ts";
import type { SessionFilters, SessionListParams } from "#lib/sessions/search-params.ts";
import {
  type SessionRow,
  sessionColumns,
  sessionRow,
  sessionVisitor,
} from "#lib/sessions/session-item.ts";

const { sql } = Prisma;

const newestFirst = keysetSort<SessionRow>({
  name: "-createdAt",
  kind: "instant",
  column: sql`s."createdAt"`,
  id: sql`s.sid`,
  keyOf: (row) => [row.createdAt, row.sid],
});

/** One page of the sessions that match, newest first. Throws `invalid_request` on a wrong cursor. */
export async function listSessions(
  workspaceId: string,
  params: SessionListParams,
): Promise<Page<SessionRow>> {
  const { order, after, cursorOf } = newestFirst;
  const where = [...conditions(workspaceId, params), ...after(params.cursor)];
  const rows = await selectRows(
    sessionRow,
    sql`SELECT ${sessionColumns} FROM (
        SELECT * FROM session s WHERE ${Prisma.join(where, " AND ")}
        ORDER BY ${order} LIMIT ${params.limit + 1}
      ) s ${sessionVisitor} ORDER BY ${order}`,
  );
  return pageOf(rows, params.limit, cursorOf);
}

function conditions(workspaceId: string, filters: SessionFilters): Prisma.Sql[] {
  const all = [sql`s."workspaceId" = ${workspaceId}`];
  const { visitor, channel, source, medium, campaign, from, to } = filters;
  if (visitor) all.push(sql`s."visitorId" = ${visitor}`);
  if (channel) all.push(sql`s.channel = ${channel}`);
  if (source) all.push(sql`s.source = ${source}`);
  if (medium) all.push(sql`s.medium = ${medium}`);
  if (campaign) all.push(sql`s.campaign = ${campaign}`);
  if (from) all.push(sql`s."createdAt" >= ${startOf(from)}::timestamptz`);
  if (to) all.push(sql`s."createdAt" < ${endOf(to)}::timestamptz`);
  return all;
}
