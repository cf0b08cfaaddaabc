import { afterEach, expect, test } from "vitest";
import { z } from "zod";
import { sql } from "#lib/db/client.ts";
import { FoyerError } from "#lib/errors.ts";
import { claimJob } from "#lib/jobs/claim-job.ts";
import { defineJob, type Job } from "#lib/jobs/define-job.ts";
import { getJob, listJobsOf } from "#lib/jobs/get-job.ts";
import { finishJob, writeProgress } from "#lib/jobs/held-job.ts";
import { runPeriodicTask } from "#lib/jobs/periodic-task.ts";
import { pruneJobs } from "#lib/jobs/prune-jobs.ts";
import { runJob } from "#lib/jobs/run-job.ts";
import { startJob } from "#lib/jobs/start-job.ts";
import { startJobRunner, stopJobRunner } from "#lib/process/run-jobs.ts";
import { withTestDatabase } from "#test/database.ts";

withTestDatabase();

const never = new AbortController().signal;
const input = z.object({ upTo: z.int() });

/** Counts in steps of one, keeping how far it got; `at` is called before each step. */
function counting(at: (step: number) => void | Promise<void> = () => {}): Job {
  return defineJob({
    name: "count",
    input,
    async run(context, { upTo }) {
      const from = z.int().nullable().parse(context.checkpoint) ?? 0;
      for (let step = from; step < upTo; step++) {
        await at(step);
        await context.progress(step + 1, upTo, step + 1);
      }
      await context.result({ counted: upTo - from });
    },
  });
}

async function claim() {
  const job = await claimJob();
  if (!job) throw new Error("nothing to claim");
  return job;
}

async function until(check: () => Promise<boolean>) {
  while (!(await check())) await new Promise((resolve) => setTimeout(resolve, 20));
}

const expireLeases = () =>
  sql().query(`UPDATE job SET "leasedUntil" = now() - interval '1 second', "availableAt" = now()`);

afterEach(async () => {
  await stopJobRunner();
  await sql().query("DELETE FROM job");
  await sql().query("DELETE FROM periodic_task");
});

test("a job runs in the background, and its starter sees how far it is and what came of it", async () => {
  startJobRunner([counting()], []);
  const id = await startJob("ws", "ada", "count", { upTo: 3 });
  await until(async () => (await getJob("ws", id))?.state === "done");
  expect(await getJob("ws", id)).toMatchObject({ done: 3, total: 3, result: { counted: 3 } });
  expect((await listJobsOf("ws", "ada")).map((job) => job.id)).toEqual([id]);
  expect(await getJob("other", id)).toBeNull();
});

test("a job whose worker dies is taken up where it was, and the dead worker can change nothing", async () => {
  const id = await startJob("ws", "ada", "count", { upTo: 5 });
  const dead = await claim();
  await writeProgress(dead, 3, 5, 3);
  expect(await claimJob()).toBeNull();
  await expireLeases();
  await runJob(await claim(), [counting()], never);
  expect(await getJob("ws", id)).toMatchObject({ state: "done", done: 5, result: { counted: 2 } });
  await expect(writeProgress(dead, 4, 5, 4)).rejects.toMatchObject({ name: "JobLost" });
  await expect(finishJob(dead)).rejects.toMatchObject({ name: "JobLost" });
});

test("a worker that slept through its lease stops at its next step and leaves the job to the other", async () => {
  const id = await startJob("ws", null, "count", { upTo: 4 });
  const steps: number[] = [];
  const sleepy = counting(async (step) => {
    steps.push(step);
    if (step !== 1) return;
    await expireLeases();
    await runJob(await claim(), [counting()], never);
  });
  await runJob(await claim(), [sleepy], never);
  expect(steps).toEqual([0, 1]);
  expect(await getJob("ws", id)).toMatchObject({ state: "done", result: { counted: 3 } });
});

test("what a job says in words fails it at once and is shown", async () => {
  const id = await startJob("ws", "ada", "count", { upTo: 4 });
  const job = counting(() => {
    throw new FoyerError("conflict", "The file has no e-mail column.");
  });
  await runJob(await claim(), [job], never);
  const failed = { state: "failed", error: "The file has no e-mail column." };
  expect(await getJob("ws", id)).toMatchObject(failed);
});

test("any other error is tried again from the checkpoint, and given up in the end", async () => {
  const id = await startJob("ws", "ada", "count", { upTo: 4 });
  let isBroken = true;
  const flaky = counting((step) => {
    if (step === 2 && isBroken) throw new Error("secret: password=1234");
  });
  await runJob(await claim(), [flaky], never);
  expect(await getJob("ws", id)).toMatchObject({ state: "queued", done: 2, error: null });
  expect(await claimJob()).toBeNull();
  for (let attempt = 2; attempt <= 4; attempt++) {
    await expireLeases();
    await runJob(await claim(), [flaky], never);
  }
  const given = await getJob("ws", id);
  expect(given).toMatchObject({ state: "failed", error: expect.stringContaining("given up") });
  expect(given?.error).not.toContain("password");

  isBroken = false;
  const other = await startJob("ws", "ada", "count", { upTo: 4 });
  await runJob(await claim(), [flaky], never);
  expect(await getJob("ws", other)).toMatchObject({ state: "done" });
});

test("a job that kills its worker each time is given up too", async () => {
  const id = await startJob("ws", "ada", "count", { upTo: 1 });
  for (let death = 1; death <= 4; death++) {
    await claim();
    await expireLeases();
  }
  await runJob(await claim(), [counting()], never);
  expect(await getJob("ws", id)).toMatchObject({ state: "failed" });
});

test("input of another shape fails, as does a job that this version does not know", async () => {
  const strange = await startJob("ws", "ada", "fly", {});
  await runJob(await claim(), [counting()], never);
  expect(await getJob("ws", strange)).toMatchObject({ state: "failed" });
  expect((await getJob("ws", strange))?.error).toContain("no job “fly”");
});

test("stopping the process puts a job back where it was, without counting it as a failed attempt", async () => {
  const id = await startJob("ws", "ada", "count", { upTo: 4 });
  const stop = new AbortController();
  await runJob(await claim(), [counting((step) => void (step === 1 && stop.abort()))], stop.signal);
  expect(await getJob("ws", id)).toMatchObject({ state: "queued", done: 2 });
  const again = await claim();
  expect(again).toMatchObject({ checkpoint: 2, attempts: 1 });
});

test("a periodic task is done once per turn, whoever asks, and comes again after a failure", async () => {
  let runs = 0;
  const task = { name: "t", everyMs: 60_000, run: async () => void runs++ };
  const ran = await Promise.all([runPeriodicTask(task), runPeriodicTask(task)]);
  expect(ran.filter(Boolean)).toHaveLength(1);
  expect(await runPeriodicTask(task)).toBe(false);
  await sql().query(`UPDATE periodic_task SET "lastRunAt" = now() - interval '1 minute'`);
  const failing = { ...task, run: () => Promise.reject(new Error("broken")) };
  expect(await runPeriodicTask(failing)).toBe(true);
  await sql().query(`UPDATE periodic_task SET "lastRunAt" = now() - interval '1 minute'`);
  expect(await runPeriodicTask(task)).toBe(true);
  expect(runs).toBe(2);
});

test("jobs that ended a month ago are forgotten, others stay", async () => {
  const old = await startJob("ws", "ada", "count", { upTo: 0 });
  await runJob(await claim(), [counting()], never);
  const fresh = await startJob("ws", "ada", "count", { upTo: 0 });
  await runJob(await claim(), [counting()], never);
  await sql().query(`UPDATE job SET "finishedAt" = now() - interval '31 days' WHERE id = $1`, [
    old,
  ]);
  await pruneJobs();
  expect(await getJob("ws", old)).toBeNull();
  expect(await getJob("ws", fresh)).not.toBeNull();
});
