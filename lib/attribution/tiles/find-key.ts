import { z } from "zod";
import { ONE } from "#lib/attribution/credit.ts";
import { isOutcomeGoal } from "#lib/attribution/goal-source.ts";
import type { AttributionQuery } from "#lib/attribution/search-params.ts";
import { isFiltered } from "#lib/attribution/visitor-filters.ts";
import { whole } from "#lib/columns.ts";
import { sql } from "#lib/db/client.ts";
import { TILE_LOOKBACK_DAYS } from "./fits.ts";
import { spansOf } from "./spans.ts";
import { STAMPS, stampValues } from "./stamps.ts";

const spanRow = z.object({ span: z.string(), isValid: z.boolean(), withKey: whole, all: whole });

/** Where a page of the conversions with a key lies. */
export interface KeyStretch {
  /** ms; no later conversion of the page's begins it, no earlier one is needed to fill it. */
  from: number;
  to: number;
  /** How many conversions, with the key or not, are passed for a full page; null where this is not known. */
  passed: number | null;
  /** True when the stretch holds a full page, if nothing has changed since. */
  isEnough: boolean;
}

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
  let [from, to, isSure] = [0, 0, true];
  for (const { id, start, end } of spans.reverse()) {
    const counts = known.get(id);
    if (counts?.withKey === 0) continue;
    from = start;
    to ||= end;
    if (!counts) isSure = false;
    // Of a span within which the page begins, there may be anything left.
    if (!counts || end > before) continue;
    found.withKey += counts.withKey;
    found.all += counts.all;
    if (found.withKey >= page.limit) break;
  }
  const isEnough = found.withKey >= page.limit;
  const share = isEnough ? page.limit / found.withKey : 1;
  return { from, to, isEnough, passed: isSure ? found.all * share : null };
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
     LEFT JOIN (SELECT t.span, sum(t.conversions) AS count FROM ${tiles} AND t.dimension = $5
         AND hashtextextended(t.key, 0) = hashtextextended($6::text, 0) AND t.key = $6
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
