import { loaderClient } from "./generate/loader-client.ts";

const CHUNK = 20_000;

// One visitor in each row of `n`: three events, two e-mails in three, one or two sessions with three page
// views each, one company for five visitors. Invented, but of the sizes that the simulator makes.
const NUMBERED = `FROM generate_series($2::int, $3::int) AS n`;
const AT = `timestamptz '2026-01-01' + make_interval(secs => n * 7)`;
// The same instant in ms, which four bytes do not hold.
const AT_MS = "1767225600000 + n * 7000::bigint";
const ORIGIN = `jsonb_build_array(3, ${AT_MS}, 'evt_load_' || n, md5(n::text),
  'identity.enriched', 'bench')`;

/** A packed `facts` column (lib/packed-facts.ts). */
function facts(fields: Record<string, string>): string {
  const pairs = Object.entries(fields).map(
    ([name, value]) => `'${name}', jsonb_build_array(${value}, 0)`,
  );
  return `jsonb_build_object('origins', jsonb_build_array(${ORIGIN}), 'fields', jsonb_build_object(${pairs.join(", ")}))`;
}

const VISITOR_FACTS = facts({
  fullName: "'Person ' || n",
  headline: "'Head of Number ' || n || ' at Company ' || n / 5",
  linkedinUrl: "'https://linkedin.com/in/load-' || n",
  "location.city": "'Town ' || n % 900",
  "location.country": "'Country ' || n % 60",
  companyName: "'Company ' || n / 5",
  summary: "repeat(md5(n::text) || ' ', 12)",
});
const SESSION_FACTS = facts({
  createdAt: AT_MS,
  userAgent: "'Mozilla/5.0 (X11; Linux x86_64) Bench/' || n % 40",
  landingPage: "'https://shop.example/p/' || n % 300",
  "network.ip": "'10.0.0.' || n % 250",
});

/** Statements of one chunk: `$1` workspace, `$2` and `$3` first and last number. */
const STATEMENTS = [
  `INSERT INTO visitor ("workspaceId", "id", "key", "facts", "fullName", "headline", "linkedinUrl", "city",
     "country", "companyId", "companyName", "primaryEmail", "validity", "stage", "firstSeenAt", "lastSeenAt",
     "sessions", "pageviews", "engagedMs", "firstTouchSid", "lastTouchSid", "sortName", "searchText")
   SELECT $1, 'v_load_' || n, 'linkedin:https://linkedin.com/in/load-' || n, ${VISITOR_FACTS},
     'Person ' || n, 'Head of Number ' || n, 'https://linkedin.com/in/load-' || n, 'Town ' || n % 900,
     'Country ' || n % 60, 'c_load_' || n / 5, 'Company ' || n / 5, 'p' || n || '@load.example', 'valid',
     'enriched', ${AT}, ${AT}, 1 + n % 2, 3 + 3 * (n % 2), 60000, 's_load_' || n || '_0',
     's_load_' || n || '_' || n % 2, 'person ' || n, 'person ' || n || ' company ' || n / 5 ${NUMBERED}`,
  `INSERT INTO visitor_email ("workspaceId", "visitorId", "email", "type", "aliasId", "firstAt", "lastAt")
   SELECT $1, 'v_load_' || n, 'p' || n || '@load.example', 'professional', 'v_alias_' || n, ${AT}, ${AT}
   ${NUMBERED} WHERE n % 3 < 2`,
  `INSERT INTO event ("workspaceId", "eventId", "hash", "deliveryId", "type", "occurredAt", "sid", "vid",
     "linkedin", "hasIdentity", "stage", "visitorId")
   SELECT $1, 'evt_load_' || n || '_' || k, md5(n::text || k), 'del_load_' || n || '_' || k,
     'identity.enriched', ${AT} + make_interval(secs => k), 's_load_' || n || '_0', 'vid_load_' || n,
     'https://linkedin.com/in/load-' || n, true, 3, 'v_load_' || n
   ${NUMBERED}, generate_series(1, 3) AS k`,
  `INSERT INTO event_email ("workspaceId", "email", "eventId", "hash", "type")
   SELECT $1, 'p' || n || '@load.example', 'evt_load_' || n || '_1', md5(n::text || 1), 'professional'
   ${NUMBERED} WHERE n % 3 < 2`,
  `INSERT INTO stage_reached ("workspaceId", "visitorId", "goal", "reachedAt", "eventId")
   SELECT $1, 'v_load_' || n, goal, ${AT}, 'evt_load_' || n || '_1'
   ${NUMBERED}, unnest(ARRAY['identified', 'qualified', 'enriched']) AS goal`,
  `INSERT INTO session ("workspaceId", "sid", "vid", "visitorId", "facts", "createdAt", "lastSeenAt",
     "landingPage", "landingPath", "channel", "source", "medium", "isDirect", "pageviews", "engagedMs")
   SELECT $1, 's_load_' || n || '_' || k, 'vid_load_' || n, 'v_load_' || n, ${SESSION_FACTS}, ${AT}, ${AT},
     'https://shop.example/p/' || n % 300, '/p/' || n % 300, 'search', 'google', 'cpc', false, 3, 60000
   ${NUMBERED}, generate_series(0, 1) AS k WHERE k <= n % 2`,
  `INSERT INTO page_view ("workspaceId", "sid", "position", "visitorId", "signal", "at", "url", "path",
     "dwellMs")
   SELECT $1, 's_load_' || n || '_' || k, i, 'v_load_' || n, 'pageview', ${AT} + make_interval(secs => i * 20),
     'https://shop.example/p/' || (n + i) % 300, '/p/' || (n + i) % 300, 20000
   ${NUMBERED}, generate_series(0, 1) AS k, generate_series(0, 2) AS i WHERE k <= n % 2`,
  `INSERT INTO device ("workspaceId", "vid", "visitorId", "userAgent", "sessions", "firstSeenAt", "lastSeenAt")
   SELECT $1, 'vid_load_' || n, 'v_load_' || n, 'Mozilla/5.0', 1 + n % 2, ${AT}, ${AT} ${NUMBERED}`,
  `INSERT INTO company ("workspaceId", "id", "key", "facts", "name", "domain", "visitors", "sessions",
     "pageviews", "lastSeenAt", "sortName", "searchText")
   SELECT $1, 'c_load_' || n / 5, 'domain:load-' || n / 5 || '.example', ${facts({ name: "'Company ' || n / 5" })},
     'Company ' || n / 5, 'load-' || n / 5 || '.example', 5, 7, 22, ${AT}, 'company ' || n / 5,
     'company ' || n / 5 ${NUMBERED} WHERE n % 5 = 0`,
];

/**
 * Fills the projected tables of a workspace with `count` stored visitors, by set-based statements, and
 * vacuums them, so that the server need not do it while we measure.
 */
export async function loadVisitors(url: string, workspaceId: string, count: number): Promise<void> {
  // On a connection without our statement timeout.
  const client = await loaderClient(url);
  for (let first = 0; first < count; first += CHUNK) {
    const last = Math.min(count, first + CHUNK) - 1;
    for (const statement of STATEMENTS) await client.query(statement, [workspaceId, first, last]);
  }
  await client.query("VACUUM (ANALYZE)");
  await client.end();
}
