import { expect, test } from "vitest";
import { sql } from "#lib/db/client.ts";
import { emptyPendingLists } from "#lib/db/pending-lists.ts";
import { drainOnce } from "#lib/inbox/drain.ts";
import { startWorker, stopWorker } from "#lib/inbox/worker.ts";
import { engineKind, withTestDatabase } from "#test/database.ts";
import { makeEvents } from "#test/fixtures/events.ts";
import { deliver, makeWorkspace } from "#test/workspace.ts";

withTestDatabase();

const events = (count: number) => Array.from({ length: count }, () => makeEvents().resolved);

const waiting = async () =>
  (await sql().query(`SELECT 1 FROM delivery WHERE state = 'pending'`)).length;

const isAnalysed = async () =>
  (await sql().query(`SELECT 1 FROM pg_class WHERE relname = 'delivery_body' AND relpages > 0`))
    .length === 1;

// The embedded engine has one connection: nothing can hold it up from another.
test.runIf(engineKind === "server")("no delivery waits for the analysis of tables", async () => {
  const workspaceId = await makeWorkspace();
  // Their bodies are more than is left in peace (upkeep.ts): the first chunk begins an analysis.
  await deliver(workspaceId, events(1_200));
  await sql().transaction(async (tx) => {
    for (const table of ["delivery", "delivery_body"])
      await tx.query(`LOCK TABLE "${table}" IN SHARE UPDATE EXCLUSIVE MODE`);
    startWorker();
    await expect.poll(waiting, { timeout: 30_000 }).toBe(0);
    await deliver(workspaceId, events(5));
    await expect.poll(waiting, { timeout: 5_000 }).toBe(0);
    expect(await isAnalysed()).toBe(false);
  });
  await expect.poll(isAnalysed, { timeout: 10_000 }).toBe(true);
  await stopWorker();
});

test.runIf(engineKind === "server")("new words do not wait in lists", async () => {
  await deliver(await makeWorkspace(), events(20));
  await drainOnce();
  await emptyPendingLists(sql());
  for (const name of ["visitor_words_idx", "company_words_idx"]) {
    const rows = await sql().query("SELECT gin_clean_pending_list($1::regclass)::int AS pages", [
      name,
    ]);
    expect(rows).toEqual([{ pages: 0 }]);
  }
});
