import type { Sql } from "#lib/db/sql.ts";

/**
 * Runs `work` on a transaction's connection and takes the connection from it when it is over: of several things that
 * were asked at once one may fail, and what the others ask after that would be written outside the transaction.
 */
export async function whileOpen<T>(sql: Sql, work: (sql: Sql) => Promise<T>): Promise<T> {
  let isOpen = true;
  const opened = (): Sql => {
    if (!isOpen) throw new Error("the transaction is over");
    return sql;
  };
  try {
    return await work({
      query: async (text, values) => opened().query(text, values),
      run: async (text, values) => opened().run(text, values),
    });
  } finally {
    isOpen = false;
  }
}
