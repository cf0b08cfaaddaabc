import { z } from "zod";
import { goalSource } from "#lib/attribution/goal-source.ts";
import { IN_PERIOD } from "#lib/attribution/journeys.ts";
import { datesOf } from "#lib/attribution/period.ts";
import { whole } from "#lib/columns.ts";
import type { Sql } from "#lib/db/sql.ts";
import type { CreditQuery } from "./credit-query.ts";
import { periodInstants } from "./report-period.ts";

/** So many conversions with their touches are read by one statement. */
const AT_ONCE = 20_000;

const countRow = z.object({ count: whole });

/** The dates of a query in pieces: all together where they have few conversions, else one by one. */
export async function conversionPieces(
  sql: Sql,
  workspaceId: string,
  query: CreditQuery,
): Promise<string[][]> {
  const [row] = await sql.query(
    `SELECT count(*) AS count FROM (SELECT 1 FROM ${goalSource(query.goal).relation}
       WHERE ${IN_PERIOD} LIMIT $5) AS found`,
    [workspaceId, query.goal, ...periodInstants(query), AT_ONCE + 1],
  );
  const dates = datesOf(query);
  return countRow.parse(row).count <= AT_ONCE ? [dates] : dates.map((date) => [date]);
}
