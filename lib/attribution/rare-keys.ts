import { Prisma } from "#lib/db/generated/client.ts";
import { estimateRows } from "#lib/estimate-rows.ts";
import { CLICK_ID, type DimensionName, hostOf, SOURCE_MEDIUM } from "./dimensions.ts";

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

/**
 * Where few sessions have a key, the SQL of an array of all visitors with one of them, which are looked up one by
 * one; `placeholder` is the key's in the statement. Null where a page of conversions with the key is found sooner
 * by looking through all: of `all` sessions that `few` have the key of, some limit * all / few.
 */
export async function visitorsOfRareKey(
  workspaceId: string,
  dimension: DimensionName,
  key: string,
  limit: number,
  placeholder: string,
): Promise<string | null> {
  const { sql, raw } = Prisma;
  const [before = "", after = ""] = MAY_HAVE[dimension]("\0").split("\0");
  const few = await estimateRows(
    sql`SELECT 1 FROM session s WHERE s."workspaceId" = ${workspaceId} AND ${raw(before)}${key}${raw(after)}`,
  );
  const all = await estimateRows(
    sql`SELECT 1 FROM session s WHERE s."workspaceId" = ${workspaceId}`,
  );
  if (few * few > limit * all) return null;
  return `ARRAY(SELECT s."visitorId" FROM session s WHERE s."workspaceId" = $1 AND ${MAY_HAVE[dimension](placeholder)})`;
}
