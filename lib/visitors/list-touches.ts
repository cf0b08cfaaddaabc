import { Prisma } from "#lib/db/generated/client.ts";
import { selectRows } from "#lib/select.ts";
import { type VisitorTouch, visitorTouch } from "#lib/visitors/visitor-profile.ts";

/** The touches that `sids` name, by session id. */
export async function listTouches(
  workspaceId: string,
  sids: readonly string[],
): Promise<Map<string, VisitorTouch>> {
  if (sids.length === 0) return new Map();
  const rows = await selectRows(
    visitorTouch,
    Prisma.sql`SELECT s.sid AS "sessionId", s."createdAt" AS at, s.channel, s.source, s.medium, s.campaign,
        s.term, s.content, s.referrer, s."landingPage", s.gclid, s.fbclid
      FROM session s WHERE s."workspaceId" = ${workspaceId} AND s.sid IN (${Prisma.join([...sids])})`,
  );
  return new Map(rows.map((touch) => [touch.sessionId, touch]));
}
