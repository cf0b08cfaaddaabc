import type { Sql } from "#lib/db/sql.ts";
import { PROJECTED_TABLES } from "#lib/rebuild/projected-tables.ts";
import { type CopyOptions, planCopies } from "./copies.ts";
import { type CopyStatement, copyStatements, held } from "./copy-tables.ts";
import { inLanes } from "./lanes.ts";

const AT_ONCE = 50_000;

/**
 * Copies what the templates' workspace holds until there are `count` visitors, by statements over whole
 * tables, as many at once as there are lanes. `sql` is a further connection.
 */
export async function copyVisitors(sql: Sql, lanes: readonly Sql[], options: CopyOptions) {
  await planCopies(sql, options);
  const { templateWorkspaceId, workspaceId, count } = options;
  await holdTemplates(sql, templateWorkspaceId);
  const statements = await copyStatements(sql, workspaceId);
  const chunked = statements.filter(({ isChunked }) => isChunked);
  await inLanes(
    lanes,
    chunked.flatMap((statement) => chunksOf(statement, count)),
  );
  await sql.query("DROP TABLE IF EXISTS bench.company_total");
  await sql.query(
    `CREATE UNLOGGED TABLE bench.company_total AS
     SELECT "companyId" AS id, count(*)::int AS visitors, sum(sessions)::int AS sessions,
       sum(pageviews)::int AS pageviews, max("lastSeenAt") AS "lastSeenAt", max("scoreRank") AS "scoreRank"
     FROM visitor WHERE "workspaceId" = '${workspaceId}' AND "companyId" IS NOT NULL GROUP BY 1`,
  );
  await inLanes(
    lanes,
    statements.filter(({ isChunked }) => !isChunked).map(({ text }) => text),
  );
}

/** Moves the templates' rows out of the tables, which each statement would otherwise read to their end. */
async function holdTemplates(sql: Sql, templateWorkspaceId: string): Promise<void> {
  for (const { name } of PROJECTED_TABLES) {
    await sql.query(`DROP TABLE IF EXISTS ${held(name)}`);
    await sql.query(
      `CREATE UNLOGGED TABLE ${held(name)} AS SELECT * FROM "${name}" WHERE "workspaceId" = '${templateWorkspaceId}'`,
    );
    await sql.query(`ANALYZE ${held(name)}`);
    await sql.query(`DELETE FROM "${name}" WHERE "workspaceId" = $1`, [templateWorkspaceId]);
  }
}

function chunksOf({ text }: CopyStatement, count: number): string[] {
  const chunks: string[] = [];
  for (let from = 0; from < count; from += AT_ONCE) {
    const to = Math.min(count, from + AT_ONCE) - 1;
    chunks.push(text.replace("$from", String(from)).replace("$to", String(to)));
  }
  return chunks;
}
