/** A row as the driver gives it: parse it with Zod before use. */
export type Row = Record<string, unknown>;

/**
 * One connection or pool, whichever engine is behind it. Values are bound as `$1`, `$2`, …; timestamps
 * come back as Date, jsonb parsed, int8 and numeric as text, bytea as Uint8Array.
 */
export interface Sql {
  query(text: string, values?: readonly unknown[]): Promise<Row[]>;
  /**
   * For a statement whose rows nobody needs. Statements of a transaction run in the order in which they
   * were given; there this may return before it ran, so that the caller prepares the next one meanwhile.
   * If it fails then, the next query of the transaction throws its error, at the latest the commit.
   */
  run(text: string, values?: readonly unknown[]): Promise<void>;
}

/** The open database: a pool or the embedded engine. */
export interface Engine extends Sql {
  readonly kind: "embedded" | "server";
  /**
   * The same, for the few statements of the hot path: each text is parsed once per connection, and planned
   * anew only when the tables change. Never for texts that are put together from what somebody asked for.
   */
  readonly prepared: Sql;
  /** Runs `work` in one transaction; commits when it resolves, rolls back when it throws. */
  transaction<T>(work: (sql: Sql) => Promise<T>): Promise<T>;
  /** The same with prepared statements. */
  preparedTransaction<T>(work: (sql: Sql) => Promise<T>): Promise<T>;
  /** The same for work that may take longer than a request: neither the server nor the driver ends a statement. */
  longTransaction<T>(work: (sql: Sql) => Promise<T>): Promise<T>;
  /** Runs a script of several statements, outside a transaction of ours. */
  script(text: string): Promise<void>;
  close(): Promise<void>;
}
