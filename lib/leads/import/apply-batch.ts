import { sql } from "#lib/db/client.ts";
import type { LeadChange } from "#lib/leads/lead-change.ts";
import { changeLeads } from "#lib/leads/update-leads.ts";

/** What one visitor is to become. */
export interface VisitorChange {
  visitorId: string;
  change: LeadChange;
}

interface Group {
  change: LeadChange;
  ids: Set<string>;
}

/**
 * Applies the changes of a batch in one transaction, those that are alike together. A visitor who is
 * there twice gets both in their order. Returns how many changes made a difference, and adds those that
 * named an owner to `owners`.
 */
export async function applyBatch(
  workspaceId: string,
  userId: string | null,
  changes: readonly VisitorChange[],
  owners: Map<string, number>,
): Promise<number> {
  if (changes.length === 0) return 0;
  const groups = groupsOf(changes);
  const counts = await sql().transaction(async (tx) => {
    const made: { ownerId: string | null; count: number }[] = [];
    for (const { change, ids } of groups) {
      const count = await changeLeads(tx, workspaceId, userId, [...ids], change);
      made.push({ ownerId: change.ownerId ?? null, count });
    }
    return made;
  });
  for (const { ownerId, count } of counts) {
    if (ownerId) owners.set(ownerId, (owners.get(ownerId) ?? 0) + count);
  }
  return counts.reduce((sum, { count }) => sum + count, 0);
}

function groupsOf(changes: readonly VisitorChange[]): Group[] {
  const done: Group[] = [];
  let open = new Map<string, Group>();
  let seen = new Set<string>();
  for (const { visitorId, change } of changes) {
    if (seen.has(visitorId)) {
      done.push(...open.values());
      open = new Map();
      seen = new Set();
    }
    seen.add(visitorId);
    const text = JSON.stringify(change);
    const group = open.get(text) ?? { change, ids: new Set<string>() };
    group.ids.add(visitorId);
    open.set(text, group);
  }
  return [...done, ...open.values()];
}
