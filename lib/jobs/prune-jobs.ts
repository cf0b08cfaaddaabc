import { sql } from "#lib/db/client.ts";

const KEEP_JOBS_DAYS = 30;
const KEEP_FILES_DAYS = 7;

/** Forgets jobs that ended long ago, and the files of jobs sooner: they may hold personal data. */
export async function pruneJobs(): Promise<void> {
  await sql().query(
    `DELETE FROM job WHERE "finishedAt" < now() - make_interval(days => ${KEEP_JOBS_DAYS})`,
  );
  await sql().query(
    `DELETE FROM job_file WHERE "createdAt" < now() - make_interval(days => ${KEEP_FILES_DAYS})`,
  );
}
