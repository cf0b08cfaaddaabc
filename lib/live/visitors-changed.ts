import { z } from "zod";
import { sql } from "#lib/db/client.ts";
import { publishLive } from "#lib/live/hub.ts";
import { log } from "#lib/log.ts";
import { slot } from "#lib/slot.ts";

/** At most four messages a second for a workspace, however fast its events come. */
const EVERY_MS = 250;
/** A notice of PostgreSQL holds 8,000 bytes: these and as many companies. */
const MAX_IDS = 100;

interface Waiting {
  ids: Set<string>;
  isMore: boolean;
}

const waiting = () => slot("live-visitors", () => new Map<string, Waiting>());

/**
 * Tells open pages that visitors of a workspace were projected: at once, and what comes in the next
 * moments together after them. Call it after the commit.
 */
export function visitorsChanged(workspaceId: string, visitorIds: Iterable<string>): void {
  const ids = [...visitorIds];
  if (ids.length === 0) return;
  const rest = waiting().get(workspaceId);
  if (!rest) {
    send(workspaceId, { ids: new Set(ids.slice(0, MAX_IDS)), isMore: ids.length > MAX_IDS });
    return;
  }
  for (const id of ids) {
    if (rest.ids.size < MAX_IDS) rest.ids.add(id);
    else if (!rest.ids.has(id)) rest.isMore = true;
  }
}

function send(workspaceId: string, batch: Waiting): void {
  void tell(workspaceId, batch);
  const next: Waiting = { ids: new Set(), isMore: false };
  waiting().set(workspaceId, next);
  setTimeout(() => {
    waiting().delete(workspaceId);
    if (next.ids.size > 0) send(workspaceId, next);
  }, EVERY_MS).unref();
}

async function tell(workspaceId: string, { ids, isMore }: Waiting): Promise<void> {
  const visitorIds = [...ids];
  const companyIds = await companiesOf(workspaceId, visitorIds);
  await publishLive({ kind: "visitors", workspaceId, visitorIds, companyIds, isMore });
}

const companyRow = z.object({ companyId: z.string() });

/** Where they work; none when the database does not say: the message is worth more than its last word. */
async function companiesOf(workspaceId: string, visitorIds: readonly string[]): Promise<string[]> {
  try {
    const rows = await sql().query(
      `SELECT DISTINCT "companyId" FROM visitor
       WHERE "workspaceId" = $1 AND id = ANY($2::text[]) AND "companyId" IS NOT NULL`,
      [workspaceId, visitorIds],
    );
    return rows.map((row) => companyRow.parse(row).companyId);
  } catch (error) {
    log().warn({ err: error }, "a live message goes without its companies");
    return [];
  }
}
