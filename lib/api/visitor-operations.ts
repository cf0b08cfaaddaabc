import { defineOperation, idParams, listOf } from "#lib/api/operation.ts";
import { getVisitor } from "#lib/visitors/get-visitor.ts";
import { listTimeline, timelineParams } from "#lib/visitors/list-timeline.ts";
import { listVisitors } from "#lib/visitors/list-visitors.ts";
import { resolveVisitorId } from "#lib/visitors/resolve-visitor-id.ts";
import { visitorListParams } from "#lib/visitors/search-params.ts";
import { timelineItem } from "#lib/visitors/timeline-item.ts";
import { visitorProfile } from "#lib/visitors/visitor-profile.ts";
import { visitorRow } from "#lib/visitors/visitor-row.ts";

const shared = { method: "GET", tag: "visitor", scope: "visitors:read" } as const;

export const listVisitorsOperation = defineOperation({
  ...shared,
  id: "listVisitors",
  path: "/visitors",
  summary: "Identified visitors, filtered and sorted",
  query: visitorListParams,
  response: listOf(visitorRow),
  async handler({ workspaceId, query }) {
    const { rows, nextCursor } = await listVisitors(workspaceId, query);
    return { data: rows, nextCursor };
  },
});

export const getVisitorOperation = defineOperation({
  ...shared,
  id: "getVisitor",
  path: "/visitors/{id}",
  summary:
    "Everything known of one visitor; an id from before its LinkedIn URL was known, or of a visitor merged into it, works too",
  params: idParams,
  response: visitorProfile,
  async handler({ workspaceId, params }) {
    const id = await resolveVisitorId(workspaceId, params.id);
    const found = id === null ? null : await getVisitor(workspaceId, id);
    return found && "redirectTo" in found ? null : found;
  },
});

export const listTimelineOperation = defineOperation({
  ...shared,
  id: "listVisitorTimeline",
  path: "/visitors/{id}/timeline",
  summary: "What happened with one visitor, newest first",
  params: idParams,
  query: timelineParams,
  response: listOf(timelineItem),
  async handler({ workspaceId, params, query }) {
    const id = await resolveVisitorId(workspaceId, params.id);
    if (id === null) return null;
    const { rows, nextCursor } = await listTimeline(workspaceId, id, query);
    return { data: rows, nextCursor };
  },
});
