import { z } from "zod";
import { classifyFacts } from "#lib/attribution/classify-facts.ts";
import { factsColumn } from "#lib/columns.ts";
import type { Sql } from "#lib/db/sql.ts";
import type { ChannelMatcher } from "./channel-rule.ts";

const sessionRow = z.object({ sid: z.string(), channel: z.string(), facts: factsColumn });

/** A session whose channel becomes another. */
export interface ChannelMove {
  sid: string;
  from: string;
  to: string;
}

/** The sessions among some rows (`sid, channel, facts`) that rules give another channel. */
export function movesOf(
  rows: readonly unknown[],
  ownRules: ChannelMatcher | undefined,
): { last: string; moves: ChannelMove[] } {
  let last = "";
  const moves: ChannelMove[] = [];
  for (const row of rows) {
    const { sid, channel: from, facts } = sessionRow.parse(row);
    last = sid;
    const to = classifyFacts(facts, ownRules).channel;
    if (to !== from) moves.push({ sid, from, to });
  }
  return { last, moves };
}

/** Writes the new channels. */
export async function writeChannels(
  sql: Sql,
  workspaceId: string,
  moves: readonly ChannelMove[],
): Promise<void> {
  if (moves.length === 0) return;
  await sql.query(
    `UPDATE session s SET "channel" = x."to"
     FROM jsonb_to_recordset($2::text::jsonb) AS x("sid" text, "to" text)
     WHERE s."workspaceId" = $1 AND s."sid" = x."sid"`,
    [workspaceId, JSON.stringify(moves)],
  );
}
