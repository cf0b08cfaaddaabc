import pg from "pg";
import type { Engine, Row, Sql } from "#lib/db/sql.ts";
import { whileOpen } from "#lib/db/while-open.ts";
import { log } from "#lib/log.ts";

/** The server engine and the pool behind it, which Prisma's adapter needs. */
export interface ServerEngine extends Engine {
  readonly pool: pg.Pool;
  readonly url: string;
}

// The error object holds its client with every prepared statement: that is not for a log.
function loggable(error: Error): { code: unknown; reason: string } {
  return { code: "code" in error ? error.code : null, reason: error.message };
}

/** How a statement goes to the driver: with a name it is prepared on the connection. */
type Naming = (text: string, values: readonly unknown[]) => Query;

/** The driver takes a timeout for each statement; its types do not tell. */
type Query = pg.QueryConfig & { query_timeout?: number };

const unnamed: Naming = (text, values) => ({ text, values: [...values] });

const DAY_MS = 86_400_000;

const unhurried: Naming = (text, values) => ({ ...unnamed(text, values), query_timeout: DAY_MS });

// The names are those of the process: the driver knows which of them a connection has parsed already.
const names = new Map<string, string>();
const named: Naming = (text, values) => {
  const name = names.get(text) ?? `foyer_${names.size + 1}`;
  names.set(text, name);
  return { name, text, values: [...values] };
};

function sqlOn(target: pg.Pool, config: Naming): Sql {
  const query: Sql["query"] = async (text, values = []) =>
    (await target.query<Row>(config(text, values))).rows;
  return {
    query,
    async run(text, values) {
      await query(text, values);
    },
  };
}

/**
 * A transaction on a connection in pipeline mode: what is sent waits for nothing but its turn. After a
 * statement that failed all others fail too; the first error is the one that tells why.
 */
async function transactionOn<T>(
  client: pg.PoolClient,
  config: Naming,
  work: (sql: Sql) => Promise<T>,
): Promise<T> {
  const unread: Promise<unknown>[] = [];
  const first: { error?: unknown } = {};
  const run = (query: pg.QueryConfig) => {
    const sent = client.query(query).catch((error: unknown) => {
      if (!("error" in first)) first.error = error;
    });
    unread.push(sent);
  };
  run({ text: "BEGIN" });
  const sql: Sql = {
    async query(text, values = []) {
      try {
        return (await client.query<Row>(config(text, values))).rows;
      } catch (error) {
        throw "error" in first ? first.error : error;
      }
    },
    async run(text, values = []) {
      run(config(text, values));
    },
  };
  const result = await whileOpen(sql, work);
  await Promise.all(unread);
  if ("error" in first) throw first.error;
  await client.query("COMMIT");
  return result;
}

/**
 * Opens a pool on a PostgreSQL server. Connections are made when first needed, in UTC. Behind a pooler that
 * hands them out per transaction (`isPooled`) nothing is prepared: not every pooler knows of it.
 */
export function openServer(
  url: string,
  max = 10,
  { isPooled = false, timeoutMs = 30_000 } = {},
): ServerEngine {
  const hot = isPooled ? unnamed : named;
  const pool = new pg.Pool({
    connectionString: url,
    max,
    // Below the 3 s within which the webhook door answers.
    connectionTimeoutMillis: 2_000,
    statement_timeout: timeoutMs,
    // For a server that cannot even send its timeout: a connection that went dead in silence.
    query_timeout: timeoutMs + 2_000,
    keepAlive: true,
    lock_timeout: 10_000,
    idle_in_transaction_session_timeout: 60_000,
    // A page of a list is read faster than parallel workers start or machine code is made for it; a report
    // that reads millions of rows is still worth workers. Disks that seek are the exception today: with
    // the server's own 4 the planner reads whole tables where it should probe an index. In 4 MB of work_mem
    // what a frequent word finds in its index no longer has room row by row.
    options:
      "-c TimeZone=UTC -c jit=off -c random_page_cost=1.1 -c parallel_setup_cost=20000 -c work_mem=16MB",
    application_name: "foyer",
    pipeline: true,
  });
  // An idle connection that breaks must not end the process; the next query makes a new one.
  pool.on("error", (error) => log().warn(loggable(error), "idle database connection failed"));
  // A connection that is in use reports its own end; without a listener that would end the process.
  pool.on("connect", (client) =>
    client.on("error", (error) => log().warn(loggable(error), "a database connection broke")),
  );
  async function transact<T>(config: Naming, work: (sql: Sql) => Promise<T>): Promise<T> {
    const client = await pool.connect();
    let broken = false;
    try {
      return await transactionOn(client, config, work);
    } catch (error) {
      await client.query("ROLLBACK").catch(() => {
        broken = true;
      });
      throw error;
    } finally {
      client.release(broken);
    }
  }
  return {
    kind: "server",
    pool,
    url,
    ...sqlOn(pool, unnamed),
    prepared: sqlOn(pool, hot),
    transaction: (work) => transact(unnamed, work),
    preparedTransaction: (work) => transact(hot, work),
    longTransaction: (work) =>
      transact(unhurried, async (sql) => {
        await sql.query("SET LOCAL statement_timeout = 0");
        return work(sql);
      }),
    async script(text) {
      await pool.query(text);
    },
    close: () => pool.end(),
  };
}
