import { z } from "zod";
import { goalSource } from "#lib/attribution/goal-source.ts";
import { whole } from "#lib/columns.ts";
import type { Sql } from "#lib/db/sql.ts";
import type { CreditQuery } from "./credit-query.ts";
import { datesOf, periodInstants } from "./report-period.ts";

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
       WHERE g."reachedAt" >= $3::timestamptz AND g."reachedAt" < $4::timestamptz LIMIT $5) AS found`,
    [workspaceId, query.goal, ...periodInstants(query), AT_ONCE + 1],
  );
  const dates = datesOf(query);
  return countRow.parse(row).count <= AT_ONCE ? [dates] : dates.map((date) => [date]);
}
