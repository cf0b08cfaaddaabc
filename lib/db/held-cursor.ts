import pg from "pg";
import { sql } from "#lib/db/client.ts";
import type { Prisma } from "#lib/db/generated/client.ts";
import { sessionUrl } from "#lib/db/listen.ts";
import type { Row, Sql } from "#lib/db/sql.ts";

/** The result of a query as it was at one moment, read piece by piece and held by the database. */
export interface HeldCursor {
  /** The next rows; none at the end. */
  fetch(count: number): Promise<Row[]>;
  /** Lets go of it. Must be called. */
  close(): Promise<void>;
}

let counter = 0;

/**
 * Runs a query and lets the database keep its rows (a cursor WITH HOLD), so that a reader as slow as a
 * download holds neither a transaction nor memory of ours. On a server it has a connection of its own.
 */
export async function openHeldCursor(query: Prisma.Sql): Promise<HeldCursor> {
  counter += 1;
  const name = `foyer_held_${counter}`;
  const declare = `DECLARE ${name} NO SCROLL CURSOR WITH HOLD FOR ${query.text}`;
  const engine = sql();
  if (engine.kind === "embedded") {
    await engine.transaction((tx) => tx.query(declare, query.values));
    return cursorOn(engine, name, async () => {
      await engine.query(`CLOSE ${name}`);
    });
  }
  const client = new pg.Client({
    connectionString: sessionUrl(),
    connectionTimeoutMillis: 3_000,
    statement_timeout: 120_000,
    keepAlive: true,
    application_name: "foyer-export",
  });
  // Without a listener a connection that breaks would end the process; the next fetch says so.
  client.on("error", () => {});
  await client.connect();
  try {
    await client.query("BEGIN");
    await client.query(declare, [...query.values]);
    await client.query("COMMIT");
  } catch (error) {
    await client.end().catch(() => {});
    throw error;
  }
  const one: Pick<Sql, "query"> = { query: async (text) => (await client.query<Row>(text)).rows };
  return cursorOn(one, name, () => client.end());
}

function cursorOn(on: Pick<Sql, "query">, name: string, close: () => Promise<void>): HeldCursor {
  return {
    fetch: (count) => on.query(`FETCH ${Math.trunc(count)} FROM ${name}`),
    close,
  };
}
