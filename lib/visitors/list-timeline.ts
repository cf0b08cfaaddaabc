import { z } from "zod";
import { instant } from "#lib/columns.ts";
import { Prisma } from "#lib/db/generated/client.ts";
import { decodeCursor, encodeCursor, type Page, pageOf } from "#lib/keyset.ts";
import { pagingParams } from "#lib/list-params.ts";
import { selectRows } from "#lib/select.ts";
import {
  type TimelineBranch,
  type TimelineOf,
  timelineBranches,
} from "#lib/visitors/timeline-branches.ts";
import { TIMELINE_KINDS, type TimelineItem, timelineItem } from "#lib/visitors/timeline-item.ts";

const { sql } = Prisma;

/** The URL of a timeline. */
export const timelineParams = z.object({
  kind: z.enum(TIMELINE_KINDS).optional(),
  ...pagingParams,
});

export type TimelineParams = z.output<typeof timelineParams>;

const row = z.object({
  at: instant,
  rank: z.int(),
  key: z.string(),
  kind: z.string(),
  data: z.record(z.string(), z.unknown()),
});

const SORT = "timeline";
const cursorKey = z.tuple([z.iso.datetime(), z.int(), z.string()]);
type Position = z.output<typeof cursorKey>;

// Above every rank: all that happened at the instant itself is on the page.
const TOP_RANK = 1_000;

/** The cursor of the page that begins with an instant (ISO text). */
export function timelineCursorAt(at: string): string {
  return encodeCursor(SORT, [at, TOP_RANK, ""]);
}

/**
 * One page of what happened with a visitor, newest first. Each kind gives at most a page from its own
 * index; the page is cut from their union.
 */
export async function listTimeline(
  workspaceId: string,
  visitorId: string,
  params: TimelineParams,
): Promise<Page<TimelineItem>> {
  const after = decodeCursor(params.cursor, SORT, cursorKey);
  const limit = params.limit + 1;
  const branches = branchesOf({ workspaceId, visitorId }, params.kind);
  if (branches.length === 0) return { rows: [], nextCursor: null };
  const parts = branches.map(([kind, branch]) => part(kind, branch, after, limit));
  const rows = await selectRows(
    row,
    sql`SELECT * FROM (${Prisma.join(parts, " UNION ALL ")}) AS item
      ORDER BY at DESC, rank DESC, key COLLATE "C" DESC LIMIT ${limit}`,
  );
  const page = pageOf(rows, params.limit, ({ at, rank, key }) =>
    encodeCursor(SORT, [at, rank, key]),
  );
  const items = page.rows.map(({ at, kind, data }) => timelineItem.parse({ ...data, at, kind }));
  return { ...page, rows: items };
}

function branchesOf(of: TimelineOf, only: string | undefined): [string, TimelineBranch][] {
  return Object.entries(timelineBranches)
    .filter(([kind]) => only === undefined || kind === only)
    .map(([kind, branch]) => [kind, branch(of)]);
}

// Keys are compared byte by byte ("C"), so that the order does not hang on the database's language.
function part(kind: string, branch: TimelineBranch, after: Position | null, limit: number) {
  const { at, rank, key, data, from } = branch;
  const beyond = after
    ? sql`AND ${at} <= ${after[0]}::timestamptz
        AND (${at}, ${rank}::int, (${key}) COLLATE "C") < (${after[0]}::timestamptz, ${after[1]}::int, ${after[2]}::text COLLATE "C")`
    : Prisma.empty;
  return sql`(SELECT ${at} AS at, ${rank}::int AS rank, ${key} AS key, ${kind}::text AS kind, ${data} AS data
    FROM ${from} ${beyond} ORDER BY ${at} DESC, (${key}) COLLATE "C" DESC LIMIT ${limit})`;
}
