import { now } from "#lib/clock.ts";
import type { Sql } from "#lib/db/sql.ts";
import { newTimeId } from "#lib/ids.ts";
import type { OutgoingMessage } from "#lib/outbox/message.ts";

/** All mail goes through one server; every other channel has its own. */
export const MAIL_LANE = "smtp";

/** Messages with one lane share its few places; those of other lanes never wait for them. */
export function laneOf(message: { kind: string; channelId: string | null }): string {
  return message.kind === "email" ? MAIL_LANE : (message.channelId ?? message.kind);
}

/**
 * Puts messages into the outbox: they are sent once the caller's transaction has committed, at least
 * once each. Returns their ids, in order.
 */
export async function queueMessages(
  sql: Sql,
  workspaceId: string,
  messages: readonly OutgoingMessage[],
): Promise<string[]> {
  if (messages.length === 0) return [];
  const rows = messages.map((message) => ({
    id: newTimeId("out", now()),
    isTest: false,
    ...message,
    lane: laneOf(message),
  }));
  // The column holds milliseconds, and rounded up it would not be due yet.
  await sql.query(
    `INSERT INTO outbox ("workspaceId", "id", "kind", "lane", "ruleId", "channelId",
       "scheduleId", "subject", "recipient", "payload", "isTest", "availableAt")
     SELECT $1, x."id", x."kind", x."lane", x."ruleId", x."channelId",
       x."scheduleId", x."subject", x."recipient", x."payload", x."isTest", date_trunc('milliseconds', now())
     FROM jsonb_to_recordset($2::text::jsonb) AS x("id" text, "kind" text, "lane" text, "ruleId" text,
       "channelId" text, "scheduleId" text, "subject" text, "recipient" text, "payload" jsonb, "isTest" boolean)`,
    [workspaceId, JSON.stringify(rows)],
  );
  return rows.map(({ id }) => id);
}
