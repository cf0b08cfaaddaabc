import { expect, test } from "vitest";
import { db } from "#lib/db/client.ts";
import { replayDelivery, replayState } from "#lib/inbox/replay.ts";
import { withTestDatabase } from "#test/database.ts";
import { makeEvents } from "#test/fixtures/events.ts";
import { deliver, drainAll, makeWorkspace } from "#test/workspace.ts";

withTestDatabase();

const statesOf = async (workspaceId: string) =>
  (await db().delivery.findMany({ where: { workspaceId }, orderBy: { id: "asc" } })).map(
    ({ state }) => state,
  );

test("a whole state is replayed, once each, and a projected delivery stays projected", async () => {
  const workspaceId = await makeWorkspace();
  const wrong = [1, 2, 3].map((n) => ({ id: `evt_${n}`, type: "identity.resolved", data: n }));
  await deliver(workspaceId, [...wrong, makeEvents().resolved]);
  await drainAll();
  const before = ["quarantined", "quarantined", "quarantined", "projected"];
  expect((await statesOf(workspaceId)).toSorted()).toEqual(before.toSorted());

  expect(await replayState(workspaceId, "quarantined", 2)).toBe(3);
  expect((await statesOf(workspaceId)).filter((state) => state === "pending")).toHaveLength(3);
  const projected = await db().delivery.findFirst({ where: { workspaceId, state: "projected" } });
  await replayDelivery(workspaceId, projected?.id ?? "");
  await drainAll();
  expect((await statesOf(workspaceId)).toSorted()).toEqual(before.toSorted());
  await expect(replayDelivery(workspaceId, "del_none")).rejects.toThrow("no such delivery");
});
