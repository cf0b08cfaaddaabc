import { getSessionUser } from "#lib/auth/auth-session.ts";
import { requireMemberForAction } from "#lib/auth/require-member.ts";
import { isFoyerError } from "#lib/errors.ts";
import { liveStream } from "#lib/live/live-stream.ts";
import { getMembership } from "#lib/workspaces/memberships.ts";

export const dynamic = "force-dynamic";

/** What happens in the workspace while a page is open, as server-sent events. */
export async function GET(
  _request: Request,
  { params }: { params: Promise<{ workspace: string }> },
): Promise<Response> {
  try {
    const { user, workspace } = await requireMemberForAction((await params).workspace);
    const stream = liveStream({
      workspaceId: workspace.id,
      userId: user.id,
      isStillAllowed: async () =>
        (await getSessionUser(user.sessionId)) !== null &&
        (await getMembership(user.id, workspace.slug)) !== null,
    });
    return new Response(stream, {
      headers: {
        "content-type": "text/event-stream; charset=utf-8",
        // Compressed, an event would wait in the compressor for the next one.
        "cache-control": "private, no-cache, no-transform",
        "x-accel-buffering": "no",
      },
    });
  } catch (error) {
    if (!isFoyerError(error)) throw error;
    return new Response(error.message, {
      status: error.status,
      headers: { "cache-control": "private, no-store" },
    });
  }
}
