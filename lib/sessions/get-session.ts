import { factsColumn } from "#lib/columns.ts";
import { Prisma } from "#lib/db/generated/client.ts";
import { textFact } from "#lib/fact-values.ts";
import { selectFirst, selectRows } from "#lib/select.ts";
import { sessionColumns, sessionRow, sessionVisitor } from "#lib/sessions/session-item.ts";
import {
  type SessionProfile,
  sessionContext,
  sessionSignal,
} from "#lib/sessions/session-profile.ts";
import { unflattenFacts } from "#lib/unflatten.ts";

const { sql } = Prisma;
const row = sessionRow.extend({ facts: factsColumn });

/** One session with its signals in order; null when there is none. */
export async function getSession(workspaceId: string, sid: string): Promise<SessionProfile | null> {
  const found = await selectFirst(
    row,
    sql`SELECT s.facts, ${sessionColumns} FROM session s ${sessionVisitor}
      WHERE s."workspaceId" = ${workspaceId} AND s.sid = ${sid}`,
  );
  if (!found) return null;
  const { facts, ...columns } = found;
  const pageViews = await selectRows(
    sessionSignal,
    sql`SELECT p.position, p.signal, p.at, p.url, p.path, p.title, p.referrer, p.outlink, p.props, p."dwellMs"
      FROM page_view p WHERE p."workspaceId" = ${workspaceId} AND p.sid = ${sid} ORDER BY p.position`,
  );
  return { ...sessionContext.parse(unflattenFacts(facts)), ...columns, pageViews };
}

/** The network address that a session came from, for those who may see it (admins); null if unknown. */
export async function getSessionAddress(workspaceId: string, sid: string): Promise<string | null> {
  const found = await selectFirst(
    row.pick({ facts: true }),
    sql`SELECT s.facts FROM session s WHERE s."workspaceId" = ${workspaceId} AND s.sid = ${sid}`,
  );
  return found ? textFact(found.facts, "network.ip") : null;
}
