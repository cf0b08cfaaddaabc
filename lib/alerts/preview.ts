import { z } from "zod";
import { type AlertItem, alertItem } from "#lib/alerts/alert.ts";
import type { Condition } from "#lib/alerts/conditions.ts";
import { triggerKind } from "#lib/alerts/conditions.ts";
import { decide, type Found } from "#lib/alerts/cooldown.ts";
import { loadCandidates } from "#lib/alerts/load-candidates.ts";
import { matchesOf } from "#lib/alerts/match.ts";
import { narrow } from "#lib/alerts/narrow.ts";
import { now } from "#lib/clock.ts";
import { sql } from "#lib/db/client.ts";
import { Prisma } from "#lib/db/generated/client.ts";
import { getActiveRules } from "#lib/scoring/active-rules.ts";
import { scoreAt } from "#lib/scoring/score-rank.ts";
import { selectRows } from "#lib/select.ts";

const DAY_MS = 86_400_000;
export const PREVIEW_DAYS = 7;
/** A preview looks at no more visitors than these, the latest. */
const MAX_VISITORS = 5_000;
const CHUNK = 500;
const SHOWN = 50;

/** What a rule would have said in the last week. */
export interface Preview {
  /** How often it would have fired. */
  fired: number;
  /** How often it would have kept silent within a cooldown. */
  cooled: number;
  /** The latest of those that fired, newest first. */
  items: AlertItem[];
  /** There were more visitors than were looked at, so the numbers are too small. */
  isCapped: boolean;
}

interface Previewed {
  conditions: readonly Condition[];
  cooldownMinutes: number;
  ownerId: string | null;
}

/**
 * Holds what is stored of the last seven days against a rule, by the code that evaluates it: what it
 * would have fired had it been on. It knows visitors as they are today.
 */
export async function previewRule(workspaceId: string, rule: Previewed): Promise<Preview> {
  const since = now() - PREVIEW_DAYS * DAY_MS;
  const ids = await listActive(workspaceId, rule.conditions, since);
  const visitorIds = ids.slice(0, MAX_VISITORS);
  const scale = await getActiveRules(sql(), workspaceId);
  const context = {
    ownerId: rule.ownerId,
    scoreAt: (rank: number, at: number) => scoreAt(rank, scale, at),
  };
  const found: Found[] = [];
  for (let i = 0; i < visitorIds.length; i += CHUNK) {
    const chunk = visitorIds.slice(i, i + CHUNK);
    for (const candidate of await loadCandidates(sql(), workspaceId, chunk, since)) {
      for (const match of matchesOf(rule.conditions, candidate, context)) {
        if (match.at >= since && match.at <= now()) found.push({ candidate, match });
      }
    }
  }
  const decided = decide(found, rule.cooldownMinutes);
  const fired = decided.filter(({ state }) => state === "fired").reverse();
  return {
    fired: fired.length,
    cooled: decided.length - fired.length,
    items: fired
      .slice(0, SHOWN)
      .map(({ candidate, match }) => alertItem(candidate, match.why, match.at)),
    isCapped: ids.length > MAX_VISITORS,
  };
}

const idRow = z.object({ id: z.string() });

/** Visitors of whom something happened since then, the latest first: one more than are looked at. */
async function listActive(
  workspaceId: string,
  conditions: readonly Condition[],
  since: number,
): Promise<string[]> {
  const { sql: text } = Prisma;
  const narrowed = Prisma.join(
    [text`v."workspaceId" = ${workspaceId}`, ...narrow(conditions)],
    " AND ",
  );
  const from = new Date(since).toISOString();
  const stage = conditions.find((one) => one.is === "stage")?.stage;
  const rows =
    triggerKind(conditions) === "stage" && stage
      ? // stage_reached_workspaceId_goal_reachedAt_visitorId_idx
        await selectRows(
          idRow,
          text`SELECT v.id FROM stage_reached g
            JOIN visitor v ON v."workspaceId" = g."workspaceId" AND v.id = g."visitorId"
            WHERE g."workspaceId" = ${workspaceId} AND g.goal = ${stage}
              AND g."reachedAt" >= ${from}::timestamptz AND ${narrowed}
            ORDER BY g."reachedAt" DESC LIMIT ${MAX_VISITORS + 1}`,
        )
      : // visitor_by_last_seen_idx: who had a visit is seen since then.
        await selectRows(
          idRow,
          text`SELECT v.id FROM visitor v
            WHERE v."lastSeenAt" >= ${from}::timestamptz AND ${narrowed}
            ORDER BY v."lastSeenAt" DESC, v.id DESC LIMIT ${MAX_VISITORS + 1}`,
        );
  return rows.map(({ id }) => id);
}
