import { Prisma } from "#lib/db/generated/client.ts";
import type { WorklistView } from "#lib/worklist/search-params.ts";

const { sql } = Prisma;

/** Who looks, and when. */
export interface Viewer {
  userId: string;
  at: Date;
}

/**
 * The condition on a work item aliased `w` that puts its account into a view; for New, which most
 * accounts are in without an item, the one that keeps it out. `last` is the account's last activity. Nothing has to run for an item to wake or to come back: whether
 * it waits or is done is decided as it is read.
 */
export function inView(view: WorklistView, last: Prisma.Sql, viewer: Viewer): Prisma.Sql {
  const done = isDone(last);
  const waiting = isWaiting(last, viewer.at);
  const open = sql`NOT ${done} AND NOT ${waiting}`;
  switch (view) {
    case "new":
      // Within NOT EXISTS: what keeps an account out.
      return sql`(w."claimedById" IS NOT NULL OR ${done} OR ${waiting})`;
    case "mine":
      return sql`(w."claimedById" = ${viewer.userId} AND ${open})`;
    case "team":
      return sql`(w."claimedById" <> ${viewer.userId} AND ${open})`;
    case "waiting":
      return sql`(${waiting} AND NOT ${done})`;
    case "done":
      return sql`(${done})`;
  }
}

/** The view that an item stands in, as an SQL expression. */
export function viewOf(last: Prisma.Sql, viewer: Viewer): Prisma.Sql {
  return sql`CASE WHEN w."accountId" IS NULL THEN 'new' WHEN ${isDone(last)} THEN 'done'
    WHEN ${isWaiting(last, viewer.at)} THEN 'waiting' WHEN w."claimedById" IS NULL THEN 'new'
    WHEN w."claimedById" = ${viewer.userId} THEN 'mine' ELSE 'team' END`;
}

/** What keeps an account out of New whatever its people do: most of what does, and no question of time. */
export const isTaken = sql`(w."claimedById" IS NOT NULL OR (w.state = 'done' AND NOT w."reopensOnActivity"))`;

function isDone(last: Prisma.Sql): Prisma.Sql {
  return sql`(w.state = 'done' AND NOT (w."reopensOnActivity" AND coalesce(${last} > w."handledUntil", true)))`;
}

function isWaiting(last: Prisma.Sql, at: Date): Prisma.Sql {
  return sql`coalesce(w."snoozedUntil" > ${at.toISOString()}::timestamptz
    AND NOT (w."wakesOnActivity" AND coalesce(${last} > w."attendedUntil", true)), false)`;
}
