import type { Engine, Sql } from "#lib/db/sql.ts";

/** Moments of a worker's round at which it can be made to die. */
export const FAULT_POINTS = ["claim", "projection", "before-commit", "after-commit"] as const;
export type FaultPoint = (typeof FAULT_POINTS)[number];

const CLAIM = /SKIP LOCKED/;
const PROJECTION = /INSERT INTO visitor\b/;
const FINISH = /DELETE FROM delivery_queue/;

/**
 * The same engine, but the process kills itself (SIGKILL, no handler runs) when it comes to `point` for
 * the `at`-th time. The statements are recognised by their text, so that the product needs no hooks.
 */
export function arm<E extends Engine>(engine: E, point: FaultPoint, at: number): E {
  let hits = 0;
  async function strike(here: FaultPoint): Promise<void> {
    if (here !== point) return;
    hits += 1;
    if (hits < at) return;
    process.kill(process.pid, "SIGKILL");
    await new Promise(() => {});
  }
  const watch = (target: Sql, onFinish: () => void): Sql => ({
    async query(text, values) {
      const rows = await target.query(text, values);
      if (CLAIM.test(text) && rows.length > 0) await strike("claim");
      if (PROJECTION.test(text)) await strike("projection");
      if (FINISH.test(text)) onFinish();
      return rows;
    },
    async run(text, values) {
      await this.query(text, values);
    },
  });
  const watched = (transaction: Engine["transaction"]): Engine["transaction"] => {
    return async (work) => {
      let finishes = false;
      const result = await transaction(async (tx) => {
        const inner = await work(
          watch(tx, () => {
            finishes = true;
          }),
        );
        if (finishes) await strike("before-commit");
        return inner;
      });
      if (finishes) await strike("after-commit");
      return result;
    };
  };
  return {
    ...engine,
    ...watch(engine, () => {}),
    prepared: watch(engine.prepared, () => {}),
    transaction: watched(engine.transaction),
    preparedTransaction: watched(engine.preparedTransaction),
    longTransaction: watched(engine.longTransaction),
  };
}
