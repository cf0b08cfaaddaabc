import pg from "pg";
import type { Sql } from "#lib/db/sql.ts";

/** Connections without our statement timeout: loading takes minutes. */
export async function openLanes(url: string, count: number) {
  const clients: pg.Client[] = [];
  for (let at = 0; at < count; at++) {
    const client = new pg.Client({ connectionString: url, options: "-c TimeZone=UTC" });
    await client.connect();
    // Triggers keep tables of other questions; the rows would go through them one statement at a time.
    await client.query("SET session_replication_role = replica");
    await client.query("SET maintenance_work_mem = '768MB'; SET work_mem = '256MB'; SET jit = off");
    clients.push(client);
  }
  const lanes = clients.map(
    (client): Sql => ({
      async query(text, values = []) {
        return (await client.query<Record<string, unknown>>(text, [...values])).rows;
      },
      async run(text, values = []) {
        await client.query(text, [...values]);
      },
    }),
  );
  return { lanes, close: () => Promise.all(clients.map((client) => client.end())) };
}

/** Runs statements, each on the next lane that is free. */
export async function inLanes(lanes: readonly Sql[], statements: readonly string[]): Promise<void> {
  const queue = [...statements];
  await Promise.all(
    lanes.map(async (lane) => {
      for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
        await lane.query(next);
      }
    }),
  );
}
