import { publishLive } from "#lib/live/hub.ts";
import { slot } from "#lib/slot.ts";

/** At most four messages a second for a workspace, however fast its events come. */
const EVERY_MS = 250;
/** A notice of PostgreSQL holds 8,000 bytes. */
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

function send(workspaceId: string, { ids, isMore }: Waiting): void {
  void publishLive({ kind: "visitors", workspaceId, visitorIds: [...ids], isMore });
  const next: Waiting = { ids: new Set(), isMore: false };
  waiting().set(workspaceId, next);
  setTimeout(() => {
    waiting().delete(workspaceId);
    if (next.ids.size > 0) send(workspaceId, next);
  }, EVERY_MS).unref();
}
