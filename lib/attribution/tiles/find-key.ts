import { z } from "zod";
import { ONE } from "#lib/attribution/credit.ts";
import { isOutcomeGoal } from "#lib/attribution/goal-source.ts";
import type { AttributionQuery } from "#lib/attribution/search-params.ts";
import { type Bind, isFiltered } from "#lib/attribution/visitor-filters.ts";
import { whole } from "#lib/columns.ts";
import { sql } from "#lib/db/client.ts";
import { TILE_LOOKBACK_DAYS } from "./fits.ts";
import { spansOf } from "./spans.ts";
import { STAMPS, stampValues } from "./stamps.ts";
import { NEWEST } from "./sum-credit.ts";

const spanRow = z.object({ span: z.string(), isValid: z.boolean(), withKey: whole, all: whole });

/** Where a page of the conversions with a key lies, if nothing has changed since. */
export interface KeyStretch {
  /** ms; no later conversion of the page's begins it, no earlier one is needed to fill it. */
  from: number;
  to: number;
  /** How many conversions, with the key or not, are passed for a full page; null where this is not known. */
  passed: number | null;
  /** How many conversions of the page there are at least. */
  least: number;
  /** Where all conversions of the page are listed; null where some are not. */
  listed: Listed | null;
}

interface Listed {
  /** Spans whose tiles list them. */
  spans: string[];
  /** Others, too short to need a list, such as the hour that is running (ISO). */
  beside: { from: string; to: string }[];
}

/** Conversions of so much time (ms) are looked at without a list. */
const SHORT = 6 * 3_600_000;

/**
 * The newest stretch with `limit` conversions that have the key, before the instant `before` (ms), as the tiles tell
 * that there are: spans without any are left out at both ends, spans whose tiles are out of date never. Null where
 * tiles know nothing of the query.
 */
export async function findKey(
  workspaceId: string,
  query: AttributionQuery,
  page: { key: string; before: number | null; limit: number },
): Promise<KeyStretch | null> {
  const isTiled = query.lookbackDays === TILE_LOOKBACK_DAYS && !query.secondDimension;
  if (!isTiled || isFiltered(query) || isOutcomeGoal(query.goal)) return null;
  const before = page.before ?? Number.POSITIVE_INFINITY;
  const spans = spansOf(query.from, query.to, query.timezone).filter(
    (span) => span.start <= before,
  );
  const known = await countKey(workspaceId, query, page.key, spans);
  const found = { withKey: 0, all: 0 };
  const listed: Listed = { spans: [], beside: [] };
  let [from, to, unlisted, isCut] = [0, 0, 0, false];
  for (const { id, start, end } of spans.reverse()) {
    const counts = known.get(id);
    if (counts?.withKey === 0) continue;
    from = start;
    to ||= end;
    if (!counts) {
      listed.beside.push({ from: new Date(start).toISOString(), to: new Date(end).toISOString() });
      unlisted += end - start;
      continue;
    }
    listed.spans.push(id);
    // Of a span within which the page begins, there may be anything left.
    const isPart = end > before;
    if (counts.withKey > NEWEST && (isPart || found.withKey + NEWEST < page.limit)) isCut = true;
    if (isPart) continue;
    found.withKey += counts.withKey;
    found.all += counts.all;
    if (found.withKey >= page.limit) break;
  }
  const share = Math.min(1, page.limit / found.withKey);
  const least = Math.min(page.limit, found.withKey);
  return {
    ...{ from, to, least },
    passed: unlisted === 0 ? found.all * share : null,
    listed: isCut || unlisted > SHORT ? null : listed,
  };
}

/**
 * The conversions of `relation` that are listed for the key, all others of the same milliseconds, and all that are
 * beside, as a relation `g`. `key` is the placeholder of the key, `bind` adds further values.
 */
export function listedConversions(
  relation: string,
  { timezone, goal, dimension }: AttributionQuery,
  { spans, beside }: Listed,
  key: string,
  bind: Bind,
): string {
  return `(SELECT g.* FROM ${relation} WHERE g."reachedAt" = ANY (ARRAY(
      SELECT 'epoch'::timestamptz + ms * interval '1 millisecond'
      FROM attribution_credit t CROSS JOIN unnest(t.newest) AS ms
      WHERE t."workspaceId" = $1 AND t.timezone = ${bind(timezone)} AND t.goal = ${bind(goal)}
        AND t.dimension = ${bind(dimension)} AND t.span = ANY(${bind(spans)}::text[]) AND ${hasKey(key)}
      UNION ALL
      SELECT g."reachedAt" FROM jsonb_to_recordset(${bind(JSON.stringify(beside))}::text::jsonb) AS r("from" timestamptz, "to" timestamptz)
      JOIN ${relation} ON g."reachedAt" >= r."from" AND g."reachedAt" < r."to"))
    OFFSET 0) AS g`;
}

// An index has the hash: a key may be longer than an entry of it.
function hasKey(key: string): string {
  return `hashtextextended(t.key, 0) = hashtextextended(${key}::text, 0) AND t.key = ${key}`;
}

/** Of each span whose tile is up to date: its conversions, and those of them that have the key. One statement: one state. */
async function countKey(
  workspaceId: string,
  { timezone, goal, dimension }: AttributionQuery,
  key: string,
  spans: ReturnType<typeof spansOf>,
): Promise<Map<string, { withKey: number; all: number }>> {
  const tiles = `attribution_credit t WHERE t."workspaceId" = $1 AND t.timezone = $2 AND t.goal = $3`;
  const rows = await sql().query(
    `SELECT x.span, x."isValid", coalesce(k.count, 0) AS "withKey", coalesce(a.count, 0) AS "all"
     FROM (${STAMPS}) x
     LEFT JOIN (SELECT t.span, sum(t.conversions) AS count FROM ${tiles} AND t.dimension = $5 AND ${hasKey("$6")}
       GROUP BY t.span) k USING (span)
     LEFT JOIN (SELECT t.span, div(sum(t.linear), ${ONE}) AS count FROM ${tiles} AND t.dimension = 'channel'
         AND t."date" >= $7::date AND t."date" <= $8::date
       GROUP BY t.span) a USING (span)`,
    [
      ...stampValues(workspaceId, timezone, goal, spans),
      ...[dimension, key, spans[0]?.date ?? null, spans.at(-1)?.date ?? null],
    ],
  );
  const valid = rows.map((row) => spanRow.parse(row)).filter(({ isValid }) => isValid);
  return new Map(valid.map(({ span, withKey, all }) => [span, { withKey, all }]));
}
