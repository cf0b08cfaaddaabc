import { loaderClient } from "./generate/loader-client.ts";
import { loadAround } from "./load-around.ts";

const CHUNK = 200_000;
const DAYS = 100;

/** When the loaded sessions begin; they end DAYS later, at the end of 20 November 2026. */
const START = "2026-08-13";

/** 90 of the dates that are loaded, both included. */
export const LOADED_DATES = { from: "2026-08-23", to: "2026-11-20" };

// A number that looks random for each row, the same in every run.
const hash = (salt: number) => `((n * 2654435761 + ${salt} * 40503) % 4294967296 % 1000003)`;
const AT = `timestamptz '${START}' + make_interval(secs => (${hash(1)} * 1000 + ${hash(2)} % 1000)::float8
  / 1000003000 * ${DAYS * 86_400})`;

/** 12 channels, 40 sources, 60 campaigns, 300 landing pages; one session in twenty has a click id. */
const SESSIONS = `
  INSERT INTO session ("workspaceId", sid, vid, "visitorId", facts, "createdAt", "lastSeenAt", "landingPage",
    "landingPath", referrer, channel, source, medium, campaign, term, content, gclid, "isDirect", pageviews,
    "engagedMs")
  SELECT $1, 's' || n, 'd' || n % $4, 'v' || n % $4, '{}', ${AT}, ${AT},
    'https://shop.example/p/' || ${hash(3)} % 300, '/p/' || ${hash(3)} % 300,
    CASE WHEN ${hash(4)} % 3 = 0 THEN 'https://site' || ${hash(5)} % 80 || '.example/' END,
    'Channel ' || ${hash(6)} % 12, 'source' || ${hash(7)} % 40, 'medium' || ${hash(8)} % 8,
    CASE WHEN ${hash(9)} % 2 = 0 THEN 'campaign ' || ${hash(10)} % 60 END,
    CASE WHEN ${hash(11)} % 4 = 0 THEN 'term ' || ${hash(12)} % 200 END,
    CASE WHEN ${hash(13)} % 4 = 0 THEN 'content ' || ${hash(14)} % 20 END,
    CASE WHEN ${hash(15)} % 20 = 0 THEN 'gclid-' || n END,
    ${hash(6)} % 12 = 0, 3, 60000
  FROM generate_series($2::bigint, $3::bigint) AS n`;

// Known from the first session on, qualified and enriched some hours or days later.
const STAGES = `
  INSERT INTO stage_reached ("workspaceId", "visitorId", goal, "reachedAt", "eventId")
  SELECT $1, f."visitorId", x.goal, f.at + x.after * (f.n % 97) / 97, 'e'
  FROM (SELECT "visitorId", min("createdAt") AS at, count(*) AS c, abs(hashtext("visitorId")) AS n
    FROM session WHERE "workspaceId" = $1 GROUP BY 1) f
  CROSS JOIN (VALUES ('identified', interval '30 s', 100), ('qualified', interval '30 days', 50),
    ('enriched', interval '45 days', 30)) AS x(goal, after, share)
  WHERE f.n % 100 < x.share`;

/** Fills a workspace with sessions, conversions and what is around them by set-based statements, without the projection. */
export async function loadSessions(url: string, workspaceId: string, count: number): Promise<void> {
  const client = await loaderClient(url);
  const found = await client.query(
    `SELECT indexname AS name, indexdef AS def FROM pg_indexes WHERE tablename IN ('session', 'stage_reached')
     AND indexname NOT LIKE '%_pkey'`,
  );
  for (const { name } of found.rows) await client.query(`DROP INDEX "${name}"`);
  await client.query("SET maintenance_work_mem = '512MB'");
  await client.query("SET work_mem = '256MB'");
  const visitors = Math.ceil(count / 2.5);
  for (let first = 0; first < count; first += CHUNK) {
    const last = Math.min(count, first + CHUNK) - 1;
    await client.query(SESSIONS, [workspaceId, first, last, visitors]);
  }
  await client.query(STAGES, [workspaceId]);
  for (const { def } of found.rows) await client.query(def);
  await client.query("VACUUM (ANALYZE) session");
  await client.query("VACUUM (ANALYZE) stage_reached");
  await loadAround(client, workspaceId, count > 1_000_000 ? "2026-10-25" : START);
  await client.end();
}
