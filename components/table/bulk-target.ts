/** Which rows something is done to: those chosen, or all that match the filters of a URL. */
export type BulkTarget = { ids: string[] } | { query: string };

/** What came of it: done, or under way as a job, or why not. */
export type BulkAnswer = { changed: number } | { jobId: string } | { problem: string };

/** How far a job is. */
export type JobStanding = {
  isFinished: boolean;
  done: number;
  total: number | null;
  problem: string | null;
};
