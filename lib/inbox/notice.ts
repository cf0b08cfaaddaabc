import pg from "pg";
import { sql } from "#lib/db/client.ts";
import { env } from "#lib/env.ts";
import { log } from "#lib/log.ts";

const CHANNEL = "foyer_deliveries";
const RECONNECT_MS = 1_000;

/**
 * Tells workers in other processes that there is work. Never fails: a notice that is lost, also because
 * this process is closing its database, is made up for by their poll.
 */
export async function announceDeliveries(): Promise<void> {
  try {
    if (sql().kind === "server") await sql().query("SELECT pg_notify($1, '')", [CHANNEL]);
  } catch (error) {
    log().warn({ err: error }, "could not announce deliveries");
  }
}

/**
 * Calls `onNotice` when another process announces deliveries, over a connection of its own that is made
 * again when it breaks. Returns the function that stops it.
 */
export function listenForDeliveries(onNotice: () => void): () => void {
  let client: pg.Client | null = null;
  let timer: NodeJS.Timeout | undefined;
  let isStopped = false;
  const connect = async () => {
    if (isStopped) return;
    const next = new pg.Client({
      // A pooler in transaction mode does not pass notices on.
      connectionString: env().DATABASE_URL_DIRECT ?? env().DATABASE_URL,
      connectionTimeoutMillis: 3_000,
      application_name: "foyer-listen",
    });
    const again = () => {
      client = null;
      if (!isStopped) timer = setTimeout(() => void connect(), RECONNECT_MS);
    };
    next.on("error", ({ message }) =>
      log().warn({ reason: message }, "the notice connection broke"),
    );
    next.on("end", again);
    next.on("notification", onNotice);
    try {
      await next.connect();
      await next.query(`LISTEN ${CHANNEL}`);
      client = next;
    } catch (error) {
      log().warn({ err: error }, "cannot listen for deliveries; polling goes on");
      next.removeListener("end", again);
      await next.end().catch(() => {});
      again();
    }
  };
  void connect();
  return () => {
    isStopped = true;
    clearTimeout(timer);
    void client?.end();
  };
}
