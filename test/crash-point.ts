import type { Engine, Sql } from "#lib/db/sql.ts";

/**
 * Makes the engine fail once, at the n-th statement that the projection runs from now on, as if the
 * connection had gone: what the transaction wrote is rolled back. Null: never. Returns what undoes it.
 */
export function failOnceAt(engine: Engine, n: number | null): () => void {
  if (n === null) return () => {};
  const real = engine.preparedTransaction;
  let left = n;
  engine.preparedTransaction = (work) =>
    real((tx) => {
      const failing: Sql = {
        query(text, values) {
          left -= 1;
          if (left === 0) throw new Error("broken off by the test");
          return tx.query(text, values);
        },
        async run(text, values) {
          await this.query(text, values);
        },
      };
      return work(failing);
    });
  return () => {
    engine.preparedTransaction = real;
  };
}
