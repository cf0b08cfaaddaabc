import { expect, test } from "vitest";
import { db, sql } from "#lib/db/client.ts";
import { drainOnce } from "#lib/inbox/drain.ts";
import { dropAllLeases } from "#lib/inbox/lease.ts";
import { withTestDatabase } from "#test/database.ts";
import { makeEvents } from "#test/fixtures/events.ts";
import { deliver, drainAll, makeWorkspace } from "#test/workspace.ts";

withTestDatabase();

/** Makes every projection of a visitor fail with this SQLSTATE. */
const failWith = (state: string) =>
  sql().script(`
    CREATE OR REPLACE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN RAISE EXCEPTION 'refused by the test' USING ERRCODE = '${state}'; END $$;
    CREATE OR REPLACE TRIGGER refuse BEFORE INSERT ON visitor FOR EACH ROW EXECUTE FUNCTION refuse()`);

const deliveryOf = (workspaceId: string) =>
  db().delivery.findFirstOrThrow({ where: { workspaceId } });

test("a lock that is not had in time is no failed attempt; the lease runs out and it is tried again", async () => {
  const workspaceId = await makeWorkspace();
  await deliver(workspaceId, [makeEvents().resolved]);
  await failWith("55P03");
  for (let round = 0; round < 10; round++) {
    expect(await drainOnce()).toBe(1);
    await dropAllLeases(sql());
  }
  expect(await deliveryOf(workspaceId)).toMatchObject({ state: "pending", attempts: 0 });
  await sql().script("DROP TRIGGER refuse ON visitor");
  await drainAll();
  expect(await deliveryOf(workspaceId)).toMatchObject({ state: "projected", attempts: 1 });
});

test("what the event itself causes is a failed attempt, with its reason", async () => {
  const workspaceId = await makeWorkspace();
  await deliver(workspaceId, [makeEvents({ seed: 2 }).resolved]);
  await failWith("22P02");
  await drainOnce();
  await sql().script("DROP TRIGGER refuse ON visitor");
  expect(await deliveryOf(workspaceId)).toMatchObject({
    ...{ state: "failed", attempts: 1, reason: "projection_failed" },
    detail: { error: expect.stringContaining("refused by the test") },
  });
});
