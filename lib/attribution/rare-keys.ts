import { estimateRows } from "#lib/estimate-rows.ts";
import { CLICK_ID, type DimensionName, hostOf, SOURCE_MEDIUM } from "./dimensions.ts";
import { IN_PERIOD } from "./journeys.ts";

const hashed = (key: string, of: string) =>
  `hashtextextended(${of}, 0) = hashtextextended(${key}::text, 0)`;

/** The sessions `s` that may have a key, as indexes find them: no session with the key is left out. */
const MAY_HAVE: Record<DimensionName, (key: string) => string> = {
  channel: (key) => `s."channel" = ${key}`,
  source: (key) => `s."source" = ${key}`,
  medium: (key) => `s."medium" = ${key}`,
  source_medium: (key) => hashed(key, SOURCE_MEDIUM),
  campaign: (key) => `s."campaign" = ${key}`,
  term: (key) => `s."term" = ${key}`,
  content: (key) => `s."content" = ${key}`,
  referrer: (key) => `s."referrer" IS NOT NULL AND ${hashed(key, hostOf('s."referrer"'))}`,
  landing_page: (key) => `s."landingPath" = ${key}`,
  click_id: (key) =>
    `(s."gclid" IS NOT NULL OR s."fbclid" IS NOT NULL) AND ${hashed(key, CLICK_ID)}`,
};

/** A test that costs little and that every session `s` with the key passes; taking hosts out of URLs costs much. */
export function cheapTest(dimension: DimensionName, key: string): string {
  return dimension === "referrer" ? `strpos(lower(s."referrer"), ${key}) > 0` : "TRUE";
}

/** So many sessions at most are held in memory while conversions are looked through. */
const MOST_HELD = 100_000;
/** Looking a visitor's conversion up costs as much as passing so many in an index by. */
const LOOK_UP = 16;

/** A relation of conversions `g` that a page with a key is taken from, and what is true of them beside. */
interface KeyedConversions {
  relation: string;
  where: string;
}

/**
 * How a page of the conversions of `source` with a key is found soonest. `few` of `all` sessions have it, so some
 * `limit * all / few` conversions are looked through, newest first, for a page. Where that is more than looking up the
 * conversions of all who have the key, they are found first; else, unless they are too many, whoever passes is held
 * against them before their sessions are looked at. `placeholder` is the key's in the statement, `order` that of
 * its conversions, whose period is `IN_PERIOD`.
 */
export async function conversionsWithKey(
  workspaceId: string,
  { dimension, key, limit }: { dimension: DimensionName; key: string; limit: number },
  sqlOf: { relation: string; placeholder: string; order: string },
): Promise<KeyedConversions> {
  const { relation, placeholder, order } = sqlOf;
  const { few, all } = await expected(workspaceId, dimension, key);
  if (few > MOST_HELD) return { relation, where: "TRUE" };
  const visitors = `SELECT s."visitorId" FROM session s
    WHERE s."workspaceId" = $1 AND s."visitorId" IS NOT NULL AND ${MAY_HAVE[dimension](placeholder)}`;
  if (few * few * LOOK_UP > limit * all) {
    // "IS TRUE" keeps the planner from making a join of it, which would sort all before the first row.
    return { relation, where: `(g."visitorId" IN (${visitors})) IS TRUE` };
  }
  // Ordered first, so that sessions are looked at for as many as fill the page.
  return {
    relation: `(SELECT g.* FROM ${relation} WHERE ${IN_PERIOD} AND g."visitorId" = ANY (ARRAY(${visitors}))
      ORDER BY ${order} OFFSET 0) AS g`,
    where: "TRUE",
  };
}

/** How many sessions the planner expects of a key, and of the workspace. */
async function expected(workspaceId: string, dimension: DimensionName, key: string) {
  const all = `SELECT 1 FROM session s WHERE s."workspaceId" = $1`;
  const having = `${all} AND ${MAY_HAVE[dimension]("$2")}`;
  const [ofKey, ofAll] = await Promise.all([
    estimateRows({ text: having, values: [workspaceId, key] }),
    estimateRows({ text: all, values: [workspaceId] }),
  ]);
  return { few: ofKey, all: ofAll };
}
