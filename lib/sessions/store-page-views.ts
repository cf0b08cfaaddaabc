import { z } from "zod";
import type { Sql } from "#lib/db/sql.ts";
import { upsertRows } from "#lib/db/upsert.ts";
import { pathOf } from "#lib/format.ts";
import { dwellTimes, type Signal } from "#lib/sessions/signal.ts";

const PAGE_VIEW = {
  table: "page_view",
  key: ["sid", "position"],
  columns: {
    sid: "text",
    position: "int",
    visitorId: "text",
    signal: "text",
    at: "timestamptz",
    url: "text",
    path: "text",
    title: "text",
    referrer: "text",
    outlink: "text",
    version: "text",
    props: "jsonb",
    dwellMs: "bigint",
  },
};

const signalRow = z.object({
  sid: z.string(),
  signal: z.string(),
  at: z.date().transform((date) => date.getTime()),
  url: z.string(),
  title: z.string().nullable(),
  referrer: z.string().nullable(),
  outlink: z.string().nullable(),
  version: z.string().nullable(),
  props: z.record(z.string(), z.unknown()).nullable(),
});

/** The stored signals of sessions, in order, by sid. */
export async function loadSignals(
  sql: Sql,
  workspaceId: string,
  sids: readonly string[],
): Promise<Map<string, Signal[]>> {
  const bySession = new Map<string, Signal[]>();
  if (sids.length === 0) return bySession;
  const rows = await sql.query(
    `SELECT "sid", "signal", "at", "url", "title", "referrer", "outlink", "version", "props"
     FROM page_view WHERE "workspaceId" = $1 AND "sid" = ANY($2::text[]) ORDER BY "sid", "position"`,
    [workspaceId, sids],
  );
  for (const row of rows) {
    const { sid, ...signal } = signalRow.parse(row);
    const list = bySession.get(sid) ?? [];
    list.push(signal);
    bySession.set(sid, list);
  }
  return bySession;
}

/** Replaces the signals of sessions. */
export async function replaceSignals(
  sql: Sql,
  workspaceId: string,
  sessions: readonly {
    sid: string;
    visitorId: string | null;
    signals: readonly Signal[];
    lastActivity: number | null;
  }[],
): Promise<void> {
  if (sessions.length === 0) return;
  await sql.run(`DELETE FROM page_view WHERE "workspaceId" = $1 AND "sid" = ANY($2::text[])`, [
    workspaceId,
    sessions.map((session) => session.sid),
  ]);
  const rows = sessions.flatMap(({ sid, visitorId, signals, lastActivity }) => {
    const dwell = dwellTimes(signals, lastActivity);
    return signals.map((signal, position) => ({
      ...signal,
      sid,
      position,
      visitorId,
      at: new Date(signal.at),
      path: pathOf(signal.url),
      dwellMs: dwell[position] ?? null,
    }));
  });
  await upsertRows(sql, PAGE_VIEW, workspaceId, rows);
}
