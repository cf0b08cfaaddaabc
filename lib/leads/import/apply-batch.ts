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
 * there twice gets both in their order. Returns how many changes made a difference.
 */
export async function applyBatch(
  workspaceId: string,
  userId: string | null,
  changes: readonly VisitorChange[],
): Promise<number> {
  if (changes.length === 0) return 0;
  const groups = groupsOf(changes);
  return sql().transaction(async (tx) => {
    let changed = 0;
    for (const { change, ids } of groups) {
      changed += await changeLeads(tx, workspaceId, userId, [...ids], change);
    }
    return changed;
  });
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
