import { sql } from "#lib/db/client.ts";
import { listen } from "#lib/db/listen.ts";
import { log } from "#lib/log.ts";

const CHANNEL = "foyer_deliveries";

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
 * Calls `onNotice` when another process announces deliveries. Returns the function that stops it.
 */
export function listenForDeliveries(onNotice: () => void): () => void {
  return listen(CHANNEL, onNotice);
}
