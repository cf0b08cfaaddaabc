import { z } from "zod";
import type { ChannelMatcher } from "#lib/attribution/channel-rules/channel-rule.ts";
import { loadChannelMatcher } from "#lib/attribution/channel-rules/load-matcher.ts";
import { factsColumn } from "#lib/columns.ts";
import type { Sql } from "#lib/db/sql.ts";
import { upsertRows } from "#lib/db/upsert.ts";
import { numberFact } from "#lib/fact-values.ts";
import { compareOrigins, type Facts, mergeFacts } from "#lib/facts.ts";
import { deriveSession } from "#lib/sessions/session-row.ts";
import type { Signal } from "#lib/sessions/signal.ts";
import { loadSignals, replaceSignals } from "#lib/sessions/store-page-views.ts";

/** What one event says of a session. */
export interface SessionContribution {
  sid: string;
  facts: Facts;
  signals: Signal[] | null;
}

const SESSION = {
  table: "session",
  key: ["sid"],
  columns: {
    sid: "text",
    vid: "text",
    visitorId: "text",
    facts: "jsonb",
    createdAt: "timestamptz",
    lastSeenAt: "timestamptz",
    lastActivityAt: "timestamptz",
    endedAt: "timestamptz",
    landingPage: "text",
    landingPath: "text",
    referrer: "text",
    channel: "text",
    source: "text",
    medium: "text",
    campaign: "text",
    term: "text",
    content: "text",
    gclid: "text",
    fbclid: "text",
    isDirect: "boolean",
    pageviews: "int",
    engagedMs: "bigint",
  },
};

const factsRow = z.object({ sid: z.string(), facts: factsColumn });

/** Joins two contributions of one session; the signals are those of the winning `events` fact. */
function join(a: SessionContribution, b: SessionContribution): SessionContribution {
  const [before, after] = [a.facts.events?.origin, b.facts.events?.origin];
  const isLater = after && (!before || compareOrigins(after, before) > 0);
  return {
    sid: a.sid,
    facts: mergeFacts(a.facts, b.facts),
    signals: isLater ? b.signals : a.signals,
  };
}

/** What is stored of sessions, by sid, and the workspace's own rules for their channels. */
export interface KnownSessions {
  facts: ReadonlyMap<string, Facts>;
  signals: ReadonlyMap<string, Signal[]>;
  ownRules: ChannelMatcher | undefined;
}

/** Loads what `storeSessions` has to know of these sessions. */
export async function loadSessions(
  sql: Sql,
  workspaceId: string,
  sids: readonly string[],
): Promise<KnownSessions> {
  if (sids.length === 0) return { facts: new Map(), signals: new Map(), ownRules: undefined };
  const [rows, signals, ownRules] = await Promise.all([
    sql.query(
      `SELECT "sid", "facts" FROM session WHERE "workspaceId" = $1 AND "sid" = ANY($2::text[])`,
      [workspaceId, sids],
    ),
    loadSignals(sql, workspaceId, sids),
    loadChannelMatcher(sql, workspaceId),
  ]);
  const facts = new Map(rows.map((row) => factsRow.parse(row)).map((row) => [row.sid, row.facts]));
  return { facts, signals, ownRules };
}

/**
 * Merges what events say into the sessions' rows and rewrites the page views that changed. `owners` has
 * the visitor of each of these sessions: written with the row, it need not be updated afterwards.
 */
export async function storeSessions(
  sql: Sql,
  workspaceId: string,
  contributions: readonly SessionContribution[],
  known: KnownSessions,
  owners: ReadonlyMap<string, string | null>,
): Promise<void> {
  if (contributions.length === 0) return;
  const bySid = new Map<string, SessionContribution>();
  for (const one of contributions) {
    const present = bySid.get(one.sid);
    bySid.set(one.sid, present ? join(present, one) : one);
  }
  const merged = [...bySid.values()].map((fresh) => {
    const before = known.facts.get(fresh.sid) ?? {};
    const signalsBefore = known.signals.get(fresh.sid) ?? null;
    const { facts, signals } = join(
      { sid: fresh.sid, facts: before, signals: signalsBefore },
      fresh,
    );
    const isStale =
      signals !== signalsBefore ||
      numberFact(facts, "lastActivity") !== numberFact(before, "lastActivity");
    return { sid: fresh.sid, facts, signals: signals ?? [], isStale };
  });
  await upsertRows(
    sql,
    SESSION,
    workspaceId,
    merged.map(({ sid, facts, signals }) => ({
      ...deriveSession(sid, facts, signals, known.ownRules),
      visitorId: owners.get(sid) ?? null,
    })),
  );
  await replaceSignals(
    sql,
    workspaceId,
    merged
      .filter((session) => session.isStale)
      .map(({ sid, facts, signals }) => ({
        sid,
        visitorId: owners.get(sid) ?? null,
        signals,
        lastActivity: numberFact(facts, "lastActivity"),
      })),
  );
}
