import { z } from "zod";
import { defineOperation, listOf } from "#lib/api/operation.ts";
import { getSession } from "#lib/sessions/get-session.ts";
import { listSessions } from "#lib/sessions/list-sessions.ts";
import { sessionListParams } from "#lib/sessions/search-params.ts";
import { sessionRow } from "#lib/sessions/session-item.ts";
import { sessionProfile } from "#lib/sessions/session-profile.ts";

const shared = { method: "GET", tag: "session", scope: "sessions:read" } as const;

export const listSessionsOperation = defineOperation({
  ...shared,
  id: "listSessions",
  path: "/sessions",
  summary: "Sessions, newest first",
  query: sessionListParams,
  response: listOf(sessionRow),
  async handler({ workspaceId, query }) {
    const { rows, nextCursor } = await listSessions(workspaceId, query);
    return { data: rows, nextCursor };
  },
});

export const getSessionOperation = defineOperation({
  ...shared,
  id: "getSession",
  path: "/sessions/{sid}",
  summary: "One session with its page views and the time spent on each",
  params: z.object({ sid: z.string().min(1).max(500) }),
  response: sessionProfile,
  handler: ({ workspaceId, params }) => getSession(workspaceId, params.sid),
});
