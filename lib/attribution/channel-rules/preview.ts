import { sql } from "#lib/db/client.ts";
import { type ChannelRule, channelMatcher } from "./channel-rule.ts";
import { movesOf } from "./session-channels.ts";

/** How many sessions a preview looks at, the newest. */
const PREVIEW_SESSIONS = 20_000;

/** What rules would change, among the newest sessions. */
export interface ChannelPreview {
  /** How many sessions were looked at. */
  sessions: number;
  /** Most first. */
  moves: { from: string; to: string; sessions: number }[];
}

/** Tries rules on the newest sessions. Changes nothing. */
export async function previewChannelRules(
  workspaceId: string,
  rules: readonly ChannelRule[],
): Promise<ChannelPreview> {
  const rows = await sql().query(
    `SELECT "sid", "channel", "facts" FROM session WHERE "workspaceId" = $1
     ORDER BY "createdAt" DESC, "sid" DESC LIMIT ${PREVIEW_SESSIONS}`,
    [workspaceId],
  );
  const counts = new Map<string, { from: string; to: string; sessions: number }>();
  for (const { from, to } of movesOf(rows, channelMatcher(rules)).moves) {
    const name = JSON.stringify([from, to]);
    const count = counts.get(name) ?? { from, to, sessions: 0 };
    count.sessions++;
    counts.set(name, count);
  }
  return {
    sessions: rows.length,
    moves: [...counts.values()].sort(
      (a, b) => b.sessions - a.sessions || (a.from < b.from ? -1 : 1),
    ),
  };
}
