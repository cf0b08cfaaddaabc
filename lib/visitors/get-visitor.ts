import { getScore } from "#lib/scoring/get-score.ts";
import { getVisitorRow } from "#lib/visitors/get-visitor-row.ts";
import { listEmails } from "#lib/visitors/list-emails.ts";
import { listPositions } from "#lib/visitors/list-positions.ts";
import { listTouches } from "#lib/visitors/list-touches.ts";
import { presentVisitor } from "#lib/visitors/present-visitor.ts";
import { resolveVisitorId } from "#lib/visitors/resolve-visitor-id.ts";
import { getSessionSignals } from "#lib/visitors/session-signals.ts";
import type { VisitorProfile } from "#lib/visitors/visitor-profile.ts";

/**
 * One visitor with everything known of it; null when there is none. An id that the visitor had before
 * its LinkedIn URL was known gives `redirectTo`, its id of today.
 */
export async function getVisitor(
  workspaceId: string,
  id: string,
): Promise<VisitorProfile | { redirectTo: string } | null> {
  const row = await getVisitorRow(workspaceId, id);
  if (!row) {
    const redirectTo = await resolveVisitorId(workspaceId, id);
    return redirectTo === null ? null : { redirectTo };
  }
  const sids = [row.firstTouchSid, row.lastTouchSid].filter((sid) => sid !== null);
  const [emails, positions, touches, signals, score] = await Promise.all([
    listEmails(workspaceId, id),
    listPositions(workspaceId, id),
    listTouches(workspaceId, sids),
    getSessionSignals(workspaceId, id),
    getScore(workspaceId, id, row.scoreRank),
  ]);
  return presentVisitor(row, { emails, positions, touches, signals, score });
}
