import type { Sql } from "#lib/db/sql.ts";
import { rewriteSql } from "./rewrite.ts";
import { EPOCH } from "./templates.ts";
import { FIRM, FIRST, LAST, NUMBER } from "./tokens.ts";

/** How many copies of which templates, and where they go. */
export interface CopyOptions {
  templateWorkspaceId: string;
  workspaceId: string;
  count: number;
  /** Longest time by which a copy's instants precede its template's. */
  maxShiftDays: number;
  /** Of how many visitors on average one world of companies is. */
  worldSize: number;
}

const ONSETS = "b br c d dr f g h k kl l m n p r s st t tr v w z sch mar".split(" ");
const VOWELS = "a e i o u ai ei au oa ie el an er in ol un ar en il os em ir ul ad".split(" ");
const ENDS =
  "berg dal din ford gren har ington kov lund man mer nell ova per quist rup s sen son stein tan ton vic wood".split(
    " ",
  );

const array = (words: string[]) => `ARRAY['${words.join("','")}']`;

const letter = (at: number) =>
  `substr('0123456789abcdefghjkmnpqrstvwxyz', (get_byte(digest, ${at}) & 31) + 1, 1)`;
const LETTERS = Array.from({ length: 24 }, (_, at) => letter(at)).join(" || ");

// keyedId of lib/ids.ts in SQL: 24 bytes of the digest, 5 bits of each.
const FUNCTIONS = `
  CREATE SCHEMA IF NOT EXISTS bench;
  CREATE OR REPLACE FUNCTION bench.keyed_id(prefix text, workspace text, key text) RETURNS text
  LANGUAGE plpgsql IMMUTABLE AS $$
    DECLARE digest bytea := sha256(convert_to(workspace, 'UTF8') || '\\x00'::bytea || convert_to(key, 'UTF8'));
    BEGIN RETURN prefix || '_' || ${LETTERS}; END
  $$;
  CREATE OR REPLACE FUNCTION bench.word(n bigint) RETURNS text LANGUAGE sql IMMUTABLE AS $$
    SELECT (${array(ONSETS)})[1 + n % 24] || (${array(VOWELS)})[1 + n / 24 % 24] || (${array(ENDS)})[1 + n / 576 % 24]
  $$;
  CREATE OR REPLACE FUNCTION bench.first_name(n bigint) RETURNS text LANGUAGE sql IMMUTABLE AS $$
    SELECT (${array(ONSETS)})[1 + n % 24] || (${array(VOWELS)})[1 + n / 24 % 24] || (ARRAY['a','o','ine'])[1 + n / 576 % 3]
  $$;
  CREATE OR REPLACE FUNCTION bench.random(n bigint, salt int) RETURNS float8 LANGUAGE sql IMMUTABLE AS $$
    SELECT (hashint8extended(n, salt) & 4294967295) / 4294967296.0
  $$`;

// Family names are spread evenly and by chance over the alphabet; copies of one template have different ones, since some
// are known by their e-mail address alone. Given names are drawn by chance, some of them often: or else those of one name
// would all have one title. However late its template was seen, a copy is seen by chance before the day on which this was
// written, more of them of late:
// or else the newest thousands would be copies of a few templates, with one title and one country. A copy's world
// (which of the copies of each company it deals with) is skewed: world 0 has about a tenth of everybody, so that a few
// companies have thousands of visitors.
const COPY = `
  CREATE UNLOGGED TABLE bench.copy AS
  SELECT c.*, bench.keyed_id('v', $2, ${rewriteSql("c.key", [NUMBER, FIRST, LAST, FIRM])}) AS id FROM (
    SELECT n, t.id AS template, t.key, w.world, lpad(to_hex(n), 5, '0') AS number,
      f.name AS last, bench.first_name(floor(1728 * bench.random(n, 4) ^ 1.5)::bigint) AS first,
      bench.word((w.world * 101 + 17) % 13824) AS firm,
      make_interval(secs => -floor(bench.random(n, 3) ^ 1.5 * $4 * 86400000) / 1000)
        + CASE WHEN $4 > 0 THEN to_timestamp(${EPOCH / 1000}) - t."lastSeenAt" ELSE '0' END AS shift
    FROM generate_series(0, $3::bigint - 1) AS n
    CROSS JOIN (SELECT count(*) AS total FROM visitor WHERE "workspaceId" = $1) templates
    JOIN (SELECT id, key, "lastSeenAt", row_number() OVER (ORDER BY id) - 1 AS place
      FROM visitor WHERE "workspaceId" = $1) t ON t.place = n % templates.total
    JOIN (SELECT row_number() OVER (ORDER BY bench.random(at, 2), at) - 1 AS place, bench.word(at) AS name
      FROM generate_series(0, 13823) AS at) f ON f.place = (n / templates.total * 7919 + n % templates.total * 31) % 13824
    CROSS JOIN LATERAL (SELECT floor(greatest(1, $3::bigint / $5) * bench.random(n, 1) ^ 2.5)::bigint AS world) w
  ) one
  CROSS JOIN LATERAL (SELECT one.*, initcap(first) AS "firstCapital", initcap(last) AS "lastCapital", initcap(firm) AS "firmCapital") c`;

/** Makes the tables that say what is copied: `bench.copy` and `bench.company_map`. */
export async function planCopies(sql: Sql, options: CopyOptions): Promise<void> {
  const { templateWorkspaceId, workspaceId, count, maxShiftDays, worldSize } = options;
  for (const statement of FUNCTIONS.split(/;\n(?= {2}CREATE)/)) await sql.query(statement);
  await sql.query("DROP TABLE IF EXISTS bench.copy, bench.company_map");
  await sql.query(
    inlined(COPY, [templateWorkspaceId, workspaceId, count, maxShiftDays, worldSize]),
  );
  await sql.query(
    inlined(
      `CREATE UNLOGGED TABLE bench.company_map AS
       SELECT t.id AS template, w.world, w.firm, w."firmCapital",
         lpad(to_hex(w.world), 5, '0') AS number,
         bench.keyed_id('c', $2, replace(t.key, 'zqfirmzq', w.firm)) AS id
       FROM company t
       CROSS JOIN (SELECT DISTINCT world, firm, "firmCapital" FROM bench.copy) w
       WHERE t."workspaceId" = $1`,
      [templateWorkspaceId, workspaceId],
    ),
  );
  await sql.query(`CREATE INDEX ON bench.copy (template)`);
  await sql.query(`CREATE INDEX ON bench.company_map (template, world)`);
  await sql.query(`ANALYZE bench.copy`);
  await sql.query(`ANALYZE bench.company_map`);
}

/** CREATE TABLE AS takes no parameters; ours are ids and numbers. */
export function inlined(text: string, values: readonly (string | number)[]): string {
  return text.replace(/\$(\d)/g, (_, place: string) => {
    const value = values[Number(place) - 1] ?? "";
    return typeof value === "number" ? String(value) : `'${value.replaceAll("'", "''")}'`;
  });
}
