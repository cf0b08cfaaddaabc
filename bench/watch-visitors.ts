import type { Sql } from "#lib/db/sql.ts";
import { contributionOf } from "#lib/events/read-event.ts";
import { linkedinVisitorKey } from "#lib/identity/evidence.ts";
import { visitorIdOf } from "#lib/visitors/project-visitors.ts";
import { simulatedEvents } from "./signed-requests.ts";

const POLL_MS = 8;

/** The first delivery of a visitor, and the how many-th delivery it is. */
export interface FirstEvent {
  id: string;
  webhookId: string;
  turn: number;
}

/** The first delivery of each LinkedIn visitor among `count` simulated events, in order. */
export function firstEvents(workspaceId: string, seed: number, count: number): FirstEvent[] {
  const first = new Map<string, FirstEvent>();
  let turn = 0;
  for (const { webhookId, payload } of simulatedEvents(seed, Math.ceil(count / 6) + 100)) {
    if (turn++ >= count) break;
    const json = JSON.parse(JSON.stringify(payload));
    const reading = contributionOf(json, { webhookId, hash: webhookId });
    if (!reading.ok || !reading.contribution.linkedin) continue;
    const id = visitorIdOf(workspaceId, linkedinVisitorKey(reading.contribution.linkedin));
    if (!first.has(id)) first.set(id, { id, webhookId, turn });
  }
  return [...first.values()];
}

/**
 * Asks again and again which visitors have appeared. Only for those up to `ahead` deliveries after the last that
 * has: the watcher shares the machine with what it watches.
 */
export function watchVisitors(
  sql: Sql,
  workspaceId: string,
  expected: readonly FirstEvent[],
  ahead: number,
): { stop(): Promise<ReadonlyMap<string, number>> } {
  const seenAt = new Map<string, number>();
  const turns = new Map(expected.map(({ id, turn }) => [id, turn]));
  let isOver = false;
  let missing = expected;
  let lastTurn = 0;
  const watching = (async () => {
    while (!isOver) {
      // Where no new visitor comes for longer than that, the next one is waited for.
      const from = Math.max(lastTurn, missing[0]?.turn ?? 0);
      const next = missing.findIndex(({ turn }) => turn > from + ahead);
      const asked = (next < 0 ? missing : missing.slice(0, next)).map(({ id }) => id);
      const rows = await sql.query(
        `SELECT "id" FROM visitor WHERE "workspaceId" = $1 AND "id" = ANY($2::text[])`,
        [workspaceId, asked],
      );
      for (const row of rows) {
        const id = String(row.id);
        seenAt.set(id, Date.now());
        lastTurn = Math.max(lastTurn, turns.get(id) ?? 0);
      }
      if (rows.length > 0) missing = missing.filter(({ id }) => !seenAt.has(id));
      await new Promise((resolve) => setTimeout(resolve, POLL_MS));
    }
  })();
  return {
    async stop() {
      isOver = true;
      await watching;
      return seenAt;
    },
  };
}
