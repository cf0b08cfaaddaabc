import type { Page } from "#lib/keyset.ts";
import { type Activity, loadActivity } from "#lib/worklist/activity.ts";
import { type Committee, listCommittees } from "#lib/worklist/committee.ts";
import type { Viewer } from "#lib/worklist/item-state.ts";
import { listAccounts } from "#lib/worklist/list-accounts.ts";
import type { WorklistParams } from "#lib/worklist/search-params.ts";
import { loadItems, type WorkItem } from "#lib/worklist/work-item.ts";

/** An item as it is shown: the account, what its people did, and since when it waits for somebody. */
export interface WorklistRow extends Omit<WorkItem, "since" | "attendedUntil"> {
  since: string;
  activity: Activity | null;
  /** Null when there was none in the last 30 days. */
  committee: Committee | null;
}

const DAY_MS = 86_400_000;
const WEEK = 7;
const RECENT = 30;

/** One page of a view of the worklist. Throws `invalid_request` on a wrong cursor. */
export async function listWorklist(
  workspaceId: string,
  params: WorklistParams,
  viewer: Viewer,
): Promise<Page<WorklistRow>> {
  const page = await listAccounts(workspaceId, params, viewer);
  const rows = await presentItems(
    workspaceId,
    page.rows.map((row) => row.id),
    viewer,
  );
  const byId = new Map(rows.map((row) => [row.id, row]));
  // One that went between the two reads is left out.
  return { ...page, rows: page.rows.flatMap(({ id }) => byId.get(id) ?? []) };
}

/** The item of one account; null when the account is gone. */
export async function getWorklistRow(
  workspaceId: string,
  id: string,
  viewer: Viewer,
): Promise<WorklistRow | null> {
  const [row] = await presentItems(workspaceId, [id], viewer);
  return row ?? null;
}

async function presentItems(workspaceId: string, ids: readonly string[], viewer: Viewer) {
  const items = await loadItems(workspaceId, ids, viewer);
  const companies = items.filter((item) => item.kind === "company").map((item) => item.id);
  const recent = viewer.at.getTime() - RECENT * DAY_MS;
  const [activity, committees] = await Promise.all([
    loadActivity(workspaceId, items),
    listCommittees(workspaceId, companies, new Date(recent - WEEK * DAY_MS)),
  ]);
  return items.map(({ attendedUntil: _, ...item }): WorklistRow => {
    const committee = committees.get(item.id);
    const isRecent = committee && Date.parse(committee.until) >= recent;
    return {
      ...item,
      activity: activity.get(item.id) ?? null,
      committee: isRecent ? committee : null,
    };
  });
}
