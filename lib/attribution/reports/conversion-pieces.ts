import { z } from "zod";
import { goalSource } from "#lib/attribution/goal-source.ts";
import { IN_PERIOD } from "#lib/attribution/journeys.ts";
import { datesOf } from "#lib/attribution/period.ts";
import { whole } from "#lib/columns.ts";
import type { Sql } from "#lib/db/sql.ts";
import type { CreditQuery } from "./credit-query.ts";
import { periodInstants, type Stretch, stretchOf } from "./report-period.ts";

/**
 * So many conversions with their touches are read by one statement: from a disk that has to look for each visitor's
 * sessions that takes ten seconds, a third of what a statement may.
 */
const AT_ONCE = 20_000;

const countRow = z.object({ count: whole });

/** The instants from one up to another, cut evenly into parts of some `atOnce` conversions. */
export async function conversionParts(
  sql: Sql,
  workspaceId: string,
  goal: string,
  [start, end]: readonly [string, string],
  atOnce = AT_ONCE,
): Promise<[string, string][]> {
  const [row] = await sql.query(
    `SELECT count(*) AS count FROM ${goalSource(goal).relation} WHERE ${IN_PERIOD}`,
    [workspaceId, goal, start, end],
  );
  const parts = Math.max(1, Math.ceil(countRow.parse(row).count / atOnce));
  const [from, to] = [Date.parse(start), Date.parse(end)];
  const cut = (at: number) => new Date(from + Math.round(((to - from) * at) / parts)).toISOString();
  return Array.from({ length: parts }, (_, at) => [cut(at), cut(at + 1)]);
}

/** The dates of a query in pieces: all together where they have few conversions, else one by one or in parts. */
export async function conversionPieces(
  sql: Sql,
  workspaceId: string,
  query: CreditQuery,
): Promise<Stretch[]> {
  const { goal, timezone } = query;
  const [row] = await sql.query(
    `SELECT count(*) AS count FROM (SELECT 1 FROM ${goalSource(goal).relation}
       WHERE ${IN_PERIOD} LIMIT $5) AS found`,
    [workspaceId, goal, ...periodInstants(query), AT_ONCE + 1],
  );
  const dates = datesOf(query);
  if (countRow.parse(row).count <= AT_ONCE) return [stretchOf(dates, timezone)];
  const pieces: Stretch[] = [];
  for (const date of dates) {
    const period = periodInstants({ from: date, to: date, timezone });
    const parts = await conversionParts(sql, workspaceId, goal, period);
    pieces.push(...parts.map(([start, end]) => ({ dates: [date], starts: [start], end })));
  }
  return pieces;
}
