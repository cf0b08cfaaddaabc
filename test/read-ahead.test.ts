import { expect, test } from "vitest";
import { sql } from "#lib/db/client.ts";
import { wakeDrain } from "#lib/inbox/drain-signal.ts";
import { claimLeases } from "#lib/inbox/lease.ts";
import { type Chunk, ReadAhead } from "#lib/inbox/read-ahead.ts";
import { engineKind, withTestDatabase } from "#test/database.ts";
import { makeEvents } from "#test/fixtures/events.ts";
import { deliver, drainAll, makeWorkspace } from "#test/workspace.ts";

withTestDatabase();

const leased = async () =>
  (await sql().query(`SELECT 1 FROM delivery_queue WHERE "leasedUntil" > now()`)).length;

const events = (count: number) => Array.from({ length: count }, () => makeEvents().resolved);

const read = (chunk: Chunk | null) => chunk?.claimed?.map(({ reading }) => reading.ok);

test("what comes in while a chunk is projected is claimed and read before its turn, up to the limit", async () => {
  const workspaceId = await makeWorkspace();
  await deliver(workspaceId, events(3));
  const ahead = new ReadAhead(10);
  await ahead.claim();
  expect(read(await ahead.take())).toEqual([true, true, true]);

  let finish = () => {};
  const projecting = new Promise<void>((resolve) => {
    finish = resolve;
  });
  const reading = ahead.readDuring(projecting);
  for (const more of [4, 5]) {
    await deliver(workspaceId, events(more));
    wakeDrain();
    if (engineKind === "server") {
      await expect.poll(leased, { timeout: 5_000 }).toBe(more === 4 ? 7 : 10);
    }
  }
  finish();
  await reading;
  const next = await ahead.take();
  // The embedded engine has one connection, on which the work is.
  expect(next?.leases.length ?? 0).toBe(engineKind === "server" ? 7 : 0);
  expect(read(next)?.every((ok) => ok) ?? true).toBe(true);
  expect(await ahead.take()).toBeNull();
  await sql().query(`UPDATE delivery_queue SET "leasedUntil" = NULL`);
  await drainAll();
});

test("what was read ahead and not begun goes back to the queue", async () => {
  const workspaceId = await makeWorkspace();
  const atOnce = engineKind === "server" ? 800 : 400;
  await deliver(workspaceId, events(atOnce + 50));
  const ahead = new ReadAhead(atOnce + 50);
  await ahead.claim();
  expect((await ahead.take())?.leases).toHaveLength(atOnce);
  await ahead.readDuring(Promise.resolve());
  expect(await ahead.giveUp()).toHaveLength(50);
});

test("what was stored this very moment is claimed, also where its time was rounded up", async () => {
  await deliver(await makeWorkspace(), events(1));
  for (let time = 0; time < 20; time++) {
    const leases = await sql().transaction(async (tx) => {
      await tx.query(`UPDATE delivery_queue SET "availableAt" = now(), "leasedUntil" = NULL`);
      return claimLeases(tx, 1);
    });
    expect(leases).toHaveLength(1);
  }
});
