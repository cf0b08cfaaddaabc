import type pg from "pg";
import type { Sql } from "#lib/db/sql.ts";
import { loaderClient } from "./loader-client.ts";

/** Several of the loader's connections, for statements side by side that take minutes. */
export async function openLanes(url: string, count: number) {
  const clients: pg.Client[] = [];
  for (let at = 0; at < count; at++) {
    const client = await loaderClient(url);
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
