import pg from "pg";
import { sql } from "#lib/db/client.ts";
import { env } from "#lib/env.ts";
import { log } from "#lib/log.ts";
import { slot } from "#lib/slot.ts";

const RECONNECT_MS = 1_000;

type Handler = (payload: string) => void;

interface Listener {
  url: string | undefined;
  channels: Map<string, Set<Handler>>;
  client: pg.Client | null;
  isConnecting: boolean;
  timer: NodeJS.Timeout | undefined;
}

const listener = () =>
  slot<Listener>("listener", () => ({
    url: undefined,
    channels: new Map(),
    client: null,
    isConnecting: false,
    timer: undefined,
  }));

/**
 * Calls `onNotice` for every NOTIFY on `channel` (a plain identifier), over the one listening connection
 * of this process, which is made again when it breaks: notices of that time are lost. Server engine
 * only. Returns the function that stops it; with the last one the connection is closed.
 */
export function listen(channel: string, onNotice: Handler): () => void {
  const state = listener();
  state.url = sessionUrl();
  const known = state.channels.get(channel);
  const handlers = known ?? new Set<Handler>();
  // An own object, so that the same function given twice is called twice.
  const handler: Handler = (payload) => onNotice(payload);
  handlers.add(handler);
  state.channels.set(channel, handlers);
  if (!known && state.client) void ask(state.client, `LISTEN ${channel}`);
  void connect(state);
  return () => {
    if (!handlers.delete(handler) || handlers.size > 0) return;
    state.channels.delete(channel);
    if (state.channels.size > 0) {
      if (state.client) void ask(state.client, `UNLISTEN ${channel}`);
      return;
    }
    clearTimeout(state.timer);
    const { client } = state;
    state.client = null;
    void client?.end().catch(() => {});
  };
}

async function connect(state: Listener): Promise<void> {
  if (state.client || state.isConnecting || state.channels.size === 0) return;
  state.isConnecting = true;
  const client = new pg.Client({
    connectionString: state.url,
    connectionTimeoutMillis: 3_000,
    application_name: "foyer-listen",
  });
  client.on("error", ({ message }) =>
    log().warn({ reason: message }, "the notice connection broke"),
  );
  client.on("end", () => {
    if (state.client === client) state.client = null;
    again(state);
  });
  client.on("notification", ({ channel, payload }) => {
    for (const handler of state.channels.get(channel) ?? []) handler(payload ?? "");
  });
  try {
    await client.connect();
    state.client = client;
    for (const channel of state.channels.keys()) await client.query(`LISTEN ${channel}`);
  } catch (error) {
    log().warn({ err: error }, "cannot listen for notices; polling goes on");
    if (state.client === client) state.client = null;
    await client.end().catch(() => {});
  } finally {
    state.isConnecting = false;
  }
  if (!state.client) again(state);
  // Everybody left while it connected.
  else if (state.channels.size === 0) {
    state.client = null;
    await client.end().catch(() => {});
  }
}

function again(state: Listener): void {
  clearTimeout(state.timer);
  if (state.channels.size === 0) return;
  state.timer = setTimeout(() => void connect(state), RECONNECT_MS);
}

/** Of the open server database. A pooler in transaction mode passes no notices on and keeps no session. */
export function sessionUrl(): string | undefined {
  const engine = sql();
  return env().DATABASE_URL_DIRECT ?? ("url" in engine ? String(engine.url) : undefined);
}

async function ask(client: pg.Client, text: string): Promise<void> {
  await client
    .query(text)
    .catch((error: unknown) => log().warn({ err: error }, "could not listen"));
}
