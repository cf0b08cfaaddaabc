import { estimateRows } from "#lib/estimate-rows.ts";
import type { DimensionName } from "./dimensions.ts";
import { IN_PERIOD } from "./journeys.ts";

const hashed = (column: string, key: string) => `${column} = hashtextextended(${key}::text, 0)`;

/**
 * The sessions `s` that may have a key, as indexes find them and at little cost (taking a host out of a URL costs
 * much): no session with the key is left out. The database generates the hashes by the expressions of the dimensions.
 */
export const MAY_HAVE: Record<DimensionName, (key: string) => string> = {
  channel: (key) => `s."channel" = ${key}`,
  source: (key) => `s."source" = ${key}`,
  medium: (key) => `s."medium" = ${key}`,
  source_medium: (key) => hashed(`s."sourceMediumHash"`, key),
  campaign: (key) => `s."campaign" = ${key}`,
  term: (key) => `s."term" = ${key}`,
  content: (key) => `s."content" = ${key}`,
  referrer: (key) => hashed(`s."referrerHash"`, key),
  landing_page: (key) => `s."landingPath" = ${key}`,
  click_id: (key) => hashed(`s."clickIdHash"`, key),
};

/** So many sessions at most are held in memory while conversions are looked through: more are not hashed. */
const MOST_HELD = 100_000;

/** What the ways to a page cost, in µs, as measured with a million sessions; only their proportions matter. */
const COST = {
  /** To look at the sessions of a conversion's visitor. */
  open: 14,
  /** To hold a conversion's visitor against those who have the key. */
  pass: 1,
  /** To read a session with the key into memory. */
  hold: 0.6,
  /** To look up the conversions of a session's visitor. */
  lookUp: 25,
};

interface KeyPage {
  dimension: DimensionName;
  key: string;
  limit: number;
  passed: number | null;
}

/** A relation of conversions `g` that a page with a key is taken from, and what is true of them beside. */
interface KeyedConversions {
  relation: string;
  where: string;
}

/**
 * How a page of the conversions of `source` with a key is found soonest. Tiles know how many are `passed`, newest first,
 * until the page is full; without them, `few` of `all` sessions have the key, so some `limit * all / few` are. Either the sessions of each are looked at; or
 * only of those whose visitor is among all who have the key, read before; or the conversions of these are looked up
 * one by one. `placeholder` is the key's in the statement, `order` that of its conversions, whose period is `IN_PERIOD`.
 */
export async function conversionsWithKey(
  workspaceId: string,
  { dimension, key, limit, passed }: KeyPage,
  sqlOf: { relation: string; placeholder: string; order: string },
): Promise<KeyedConversions> {
  const { relation, placeholder, order } = sqlOf;
  const { few, all } = await expected(workspaceId, dimension, key);
  const looked = passed ?? Math.min(all, (limit * all) / few);
  const open = COST.open * looked;
  const held = few > MOST_HELD ? Number.POSITIVE_INFINITY : COST.hold * few + COST.pass * looked;
  const lookedUp = COST.lookUp * few;
  if (open <= Math.min(held, lookedUp)) return { relation, where: "TRUE" };
  const visitors = `SELECT s."visitorId" FROM session s
    WHERE s."workspaceId" = $1 AND s."visitorId" IS NOT NULL AND ${MAY_HAVE[dimension](placeholder)}`;
  if (held <= lookedUp) {
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
