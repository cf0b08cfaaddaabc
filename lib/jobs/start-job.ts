import { now } from "#lib/clock.ts";
import { sql } from "#lib/db/client.ts";
import type { Sql } from "#lib/db/sql.ts";
import { newTimeId } from "#lib/ids.ts";
import { wakeJobs } from "#lib/jobs/job-signal.ts";
import type { Json } from "#lib/json.ts";

/**
 * Puts a job on the queue and returns its id. `name` is that of a job in lib/process/job-registry.ts,
 * which also checks `input`. Give the transaction as `client` to have the job with the rest or not at
 * all; it is then found by the poll.
 */
export async function startJob(
  workspaceId: string,
  userId: string | null,
  name: string,
  input: Json,
  client: Sql = sql(),
): Promise<string> {
  const id = newTimeId("job", now());
  await client.query(
    `INSERT INTO job ("workspaceId", "id", "name", "input", "userId")
     VALUES ($1, $2, $3, $4::text::jsonb, $5)`,
    [workspaceId, id, name, JSON.stringify(input), userId],
  );
  wakeJobs();
  return id;
}
