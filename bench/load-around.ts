import type pg from "pg";

/**
 * What reports read beside sessions and conversions: who the visitors are, what validation said of their
 * e-mails, what came of their companies, and the pages of sessions. `$1` is the workspace, `$2` from when
 * on sessions have their pages.
 */
const AROUND = {
  company: `
    INSERT INTO company ("workspaceId", id, key, facts, name, "countryCode", "employeeCount", "sortName",
      "searchText")
    SELECT $1, 'c' || n, 'c' || n, '{}', 'Company ' || n, (ARRAY['DE', 'PT', 'IN', 'US', 'FR'])[n % 5 + 1],
      (ARRAY[5, 30, 120, 400, 800, 3000, 9000])[n % 7 + 1], 'company ' || n, ''
    FROM generate_series(0, greatest(1, (SELECT count(DISTINCT "visitorId") / 8 FROM session
      WHERE "workspaceId" = $1))) AS n WHERE $2::timestamptz IS NOT NULL`,
  visitor: `
    INSERT INTO visitor ("workspaceId", id, key, facts, "fullName", "countryCode", "companyId", "companyName",
      "primaryEmail", validity, stage, "firstSeenAt", "lastSeenAt", sessions, pageviews, "engagedMs",
      "firstTouchSid", "sortName", "searchText")
    SELECT $1, f.id, f.id, '{}', 'Visitor ' || f.id,
      (ARRAY['DE', 'PT', 'IN', 'US', 'FR', 'BR', 'JP', NULL])[f.n % 8 + 1],
      CASE WHEN f.n % 5 > 0 THEN 'c' || f.n % (SELECT count(*) FROM company WHERE "workspaceId" = $1) END,
      CASE WHEN f.n % 5 > 0 THEN 'Company' END,
      CASE WHEN f.n % 10 < 7 THEN f.id || '@lead.example' END,
      CASE WHEN f.n % 10 < 7
        THEN (ARRAY['valid', 'valid_catch_all', 'catch_all', 'invalid', NULL])[f.n % 5 + 1] END,
      'resolved', f.first, f.last, f.sessions, 0, 0, f.sid, f.id, ''
    FROM (SELECT "visitorId" AS id, abs(hashtext("visitorId")) AS n, min("createdAt") AS first,
        max("createdAt") AS last, count(*)::int AS sessions,
        (array_agg(sid ORDER BY "createdAt", sid))[1] AS sid
      FROM session WHERE "workspaceId" = $1 GROUP BY 1) f WHERE $2::timestamptz IS NOT NULL`,
  email_validation: `
    INSERT INTO email_validation ("workspaceId", email, result, validity, provider, "firstAt",
      "firstEventId", "lastAt", "lastEventId", "lastHash")
    SELECT $1, v."primaryEmail", coalesce(v.validity, '') || '|', v.validity,
      (ARRAY['bouncer', 'zero', NULL])[abs(hashtext(v.id)) % 3 + 1], v."firstSeenAt", 'e', v."lastSeenAt",
      'e', 'h'
    FROM visitor v WHERE v."workspaceId" = $1 AND v."primaryEmail" IS NOT NULL
      AND $2::timestamptz IS NOT NULL`,
  outcome: `
    INSERT INTO outcome ("workspaceId", id, "companyId", status, "amountMinor", currency, "at", "userId")
    SELECT $1, 'o' || n, 'c' || n * 3, (ARRAY['meeting', 'won', 'lost'])[n % 3 + 1], 100000, 'EUR',
      timestamptz '2026-11-01' + make_interval(mins => n), 'u'
    FROM generate_series(1, 2000) AS n WHERE $2::timestamptz IS NOT NULL`,
  page_view: `
    INSERT INTO page_view ("workspaceId", sid, position, "visitorId", signal, "at", url, path)
    SELECT s."workspaceId", s.sid, p.n, s."visitorId", 'pageview', s."createdAt", x.url, x.url
    FROM session s CROSS JOIN generate_series(0, 2) AS p(n)
    CROSS JOIN LATERAL (SELECT '/p/' || abs(hashtext(s.sid || p.n)) % 300 AS url) x
    WHERE s."workspaceId" = $1 AND s."createdAt" >= $2::timestamptz`,
} as const;

// Lists need them, reports do not; at ten million sessions they would take longer than all the rest.
const NOT_READ = ["visitor", "company"];

/** Fills the tables around sessions. The indexes that no report reads are left out. */
export async function loadAround(
  client: pg.Client,
  workspaceId: string,
  pagesSince: string,
): Promise<void> {
  for (const [table, statement] of Object.entries(AROUND)) {
    if (NOT_READ.includes(table)) {
      const found = await client.query(
        `SELECT indexname AS name FROM pg_indexes WHERE tablename = $1 AND indexname NOT LIKE '%_pkey'
           AND indexname NOT LIKE '%companyId%'`,
        [table],
      );
      for (const { name } of found.rows) await client.query(`DROP INDEX "${name}"`);
    }
    await client.query(statement, [workspaceId, pagesSince]);
    await client.query(`VACUUM (ANALYZE) ${table}`);
  }
}
