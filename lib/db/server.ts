import pg from "pg";
import type { Engine, Sql } from "#lib/db/sql.ts";
import { log } from "#lib/log.ts";

/** The server engine and the pool behind it, which Prisma's adapter needs. */
export interface ServerEngine extends Engine {
  readonly pool: pg.Pool;
  readonly url: string;
}

// The error object holds its client with every prepared statement: that is not for a log.
function reasonOf(error: Error): { code: unknown; reason: string } {
  return { code: "code" in error ? error.code : null, reason: error.message };
}

function sqlOn(target: pg.Pool | pg.PoolClient): Sql {
  return {
    async query(text, values = []) {
      const result = await target.query<Record<string, unknown>>(text, [...values]);
      return result.rows;
    },
  };
}

/** Opens a pool on a PostgreSQL server. Connections are made when first needed, in UTC. */
export function openServer(url: string, max = 10): ServerEngine {
  const pool = new pg.Pool({
    connectionString: url,
    max,
    // Below the 3 s within which the webhook door answers.
    connectionTimeoutMillis: 2_000,
    statement_timeout: 30_000,
    // For a server that cannot even send its timeout: a connection that went dead in silence.
    query_timeout: 32_000,
    keepAlive: true,
    lock_timeout: 10_000,
    idle_in_transaction_session_timeout: 60_000,
    // A page of a list is read faster than parallel workers start or machine code is made for it; a report
    // that reads millions of rows is still worth workers.
    options: "-c TimeZone=UTC -c jit=off -c parallel_setup_cost=20000",
    application_name: "foyer",
  });
  // An idle connection that breaks must not end the process; the next query makes a new one.
  pool.on("error", (error) => log().warn(reasonOf(error), "idle database connection failed"));
  // A connection that is in use reports its own end; without a listener that would end the process.
  pool.on("connect", (client) =>
    client.on("error", (error) => log().warn(reasonOf(error), "a database connection broke")),
  );
  return {
    kind: "server",
    pool,
    url,
    ...sqlOn(pool),
    async transaction(work) {
      const client = await pool.connect();
      let broken = false;
      try {
        await client.query("BEGIN");
        const result = await work(sqlOn(client));
        await client.query("COMMIT");
        return result;
      } catch (error) {
        await client.query("ROLLBACK").catch(() => {
          broken = true;
        });
        throw error;
      } finally {
        client.release(broken);
      }
    },
    async script(text) {
      await pool.query(text);
    },
    close: () => pool.end(),
  };
}
