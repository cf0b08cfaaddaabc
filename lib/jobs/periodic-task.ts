import { z } from "zod";
import { sql } from "#lib/db/client.ts";
import { log } from "#lib/log.ts";

/** Something that is done every so often, whoever does it. A run that fails is logged and comes again. */
export interface PeriodicTask {
  readonly name: string;
  readonly everyMs: number;
  run(): Promise<void>;
}

const LEASE_SECONDS = 60;
const generation = z.object({ generation: z.int() });

// Not an advisory lock: that needs a connection to itself for as long as the run takes, and does not
// know that another process was through with it a moment ago.
const CLAIM = `
  INSERT INTO periodic_task AS p ("name", "lastRunAt", "leasedUntil", "generation")
  VALUES ($1, now(), now() + make_interval(secs => ${LEASE_SECONDS}), 1)
  ON CONFLICT ("name") DO UPDATE SET "lastRunAt" = now(), "generation" = p."generation" + 1,
    "leasedUntil" = EXCLUDED."leasedUntil"
  WHERE (p."lastRunAt" IS NULL OR p."lastRunAt" <= now() - make_interval(secs => $2::float8))
    AND (p."leasedUntil" IS NULL OR p."leasedUntil" < now())
  RETURNING "generation"`;

/** Runs a task if it is due and nobody is at it. True when it ran, also when it failed. */
export async function runPeriodicTask(task: PeriodicTask): Promise<boolean> {
  const [row] = await sql().query(CLAIM, [task.name, dueAfterSeconds(task)]);
  if (!row) return false;
  const held = [task.name, generation.parse(row).generation];
  const beat = setInterval(
    () => {
      void keep(held, `now() + make_interval(secs => ${LEASE_SECONDS})`);
    },
    (LEASE_SECONDS * 1000) / 3,
  );
  try {
    await task.run();
  } catch (error) {
    log().error({ err: error, task: task.name }, "a periodic task failed");
  } finally {
    clearInterval(beat);
    await keep(held, "NULL");
  }
  return true;
}

// Timers are never exact, and whoever comes a moment early would lose a whole turn.
function dueAfterSeconds({ everyMs }: PeriodicTask): number {
  return (everyMs - Math.min(5_000, everyMs / 10)) / 1000;
}

async function keep(held: readonly unknown[], until: string): Promise<void> {
  await sql()
    .query(
      `UPDATE periodic_task SET "leasedUntil" = ${until} WHERE "name" = $1 AND "generation" = $2`,
      held,
    )
    .catch((error: unknown) => log().warn({ err: error }, "a periodic task's lease stays"));
}

/** Gives up every lease. Only for an engine that no other process can be working on. */
export async function dropPeriodicLeases(): Promise<void> {
  await sql().query(
    `UPDATE periodic_task SET "leasedUntil" = NULL WHERE "leasedUntil" IS NOT NULL`,
  );
}
