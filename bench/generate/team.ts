import type { Sql } from "#lib/db/sql.ts";

const TAGS = "hot pilot partner competitor press student enterprise later".split(" ");

/** SQL of what a team of five has written on every twelfth visitor or so. `$1` is the workspace. */
const STATEMENTS = [
  `INSERT INTO "user" ("id", "email", "name")
   SELECT 'u_bench_' || i, 'rep' || i || '@bench.example', 'Rep ' || i FROM generate_series(0, 4) AS i
   ON CONFLICT DO NOTHING`,
  `INSERT INTO membership ("workspaceId", "userId", "role")
   SELECT $1, 'u_bench_' || i, 'rep' FROM generate_series(0, 4) AS i`,
  `INSERT INTO tag ("workspaceId", "id", "name", "color")
   SELECT $1, 't_bench_' || name, name, 'blue' FROM unnest('{${TAGS}}'::text[]) AS name`,
  `INSERT INTO lead ("workspaceId", "visitorId", "ownerId", "status", "updatedAt")
   SELECT $1, c.id, CASE WHEN bench.random(n, 11) < 0.8 THEN 'u_bench_' || floor(5 * bench.random(n, 12) ^ 2) END,
     (ARRAY['working', 'new', 'meeting', 'not_a_fit', 'opportunity', 'lost', 'won'])[1 + floor(7 * bench.random(n, 13) ^ 2)],
     now()
   FROM bench.copy c WHERE bench.random(n, 10) < 0.09`,
  `INSERT INTO visitor_tag ("workspaceId", "visitorId", "tagId")
   SELECT $1, c.id, 't_bench_' || ('{${TAGS}}'::text[])[1 + floor(8 * bench.random(n, 15) ^ 3)]
   FROM bench.copy c WHERE bench.random(n, 14) < 0.08`,
  `INSERT INTO note ("workspaceId", "id", "visitorId", "authorId", "body")
   SELECT $1, 'note_bench_' || n, c.id, 'u_bench_' || n % 5, 'Called back on ' || n % 28 || '.'
   FROM bench.copy c WHERE bench.random(n, 16) < 0.03`,
];

/** Gives the copies owners, statuses, tags and notes. */
export async function addTeamRecords(sql: Sql, workspaceId: string): Promise<void> {
  for (const statement of STATEMENTS) {
    await sql.query(statement, statement.includes("$1") ? [workspaceId] : []);
  }
}
