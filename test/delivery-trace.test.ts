import { expect, test } from "vitest";
import { sql } from "#lib/db/client.ts";
import { getDeliveryTrace } from "#lib/inbox/get-delivery-trace.ts";
import { listDeliveries } from "#lib/inbox/ledger-queries.ts";
import { listDrift } from "#lib/inbox/list-drift.ts";
import { withTestDatabase } from "./database.ts";
import { deliver, drainAll, makeWorkspace } from "./workspace.ts";

withTestDatabase();

const list = async (workspaceId: string) =>
  (await listDeliveries(workspaceId, { limit: 50, sort: "-receivedAt" })).rows;

test("the trace of a quarantined delivery names each place that is wrong", async () => {
  const workspaceId = await makeWorkspace();
  await deliver(workspaceId, [
    { id: "evt_1", type: "identity.resolved", created: "never", data: {} },
  ]);
  await drainAll();
  const [row] = await list(workspaceId);
  const trace = await getDeliveryTrace(workspaceId, row?.id ?? "");
  expect(row).toMatchObject({ state: "quarantined", reason: "invalid_shape" });
  expect(trace?.detail.issues.map(({ path }) => path)).toContain("created");
  expect(trace).toMatchObject({ endpointName: null, secretHint: null, related: [] });
  expect(await getDeliveryTrace(await makeWorkspace(), row?.id ?? "")).toBeNull();
});

test("deliveries of one event know each other, oldest first, within their workspace", async () => {
  const [workspaceId, other] = [await makeWorkspace(), await makeWorkspace()];
  const event = { id: "evt_1", type: "foyer.test", created: 1 };
  await deliver(workspaceId, [event, { ...event, again: 1 }, { ...event, again: 2 }]);
  await deliver(other, [event]);
  await drainAll();
  const ids = (await list(workspaceId)).map(({ id }) => id).toReversed();
  const traces = await Promise.all(ids.map((id) => getDeliveryTrace(workspaceId, id)));
  expect(traces.map((trace) => trace?.related.map(({ id }) => id))).toEqual(
    ids.map((id) => ids.filter((each) => each !== id)),
  );
});

test("drift is one list of unknown types, fields and words, each with an example", async () => {
  const workspaceId = await makeWorkspace();
  await deliver(workspaceId, [
    { id: "evt_1", type: "identity.teleported", created: 1 },
    { id: "evt_2", type: "identity.teleported", created: 2 },
    { id: "evt_3", type: "foyer.test", created: 3 },
  ]);
  await drainAll();
  const [latest] = (await list(workspaceId)).filter(({ type }) => type === "identity.teleported");
  for (const [path, count, days] of [
    ["data.aura", 3, 1],
    ["data.validity=purple", 1, 2],
  ]) {
    await sql().query(
      `INSERT INTO drift VALUES ($1, 'identity.validated', $2, 'del_x', $3, now(),
         now() + make_interval(days => $4))`,
      [workspaceId, path, count, days],
    );
  }
  const found = await listDrift(workspaceId);
  expect(found.map(({ kind, type, path, count }) => [kind, type, path, count])).toEqual([
    ["word", "identity.validated", "data.validity=purple", 1],
    ["field", "identity.validated", "data.aura", 3],
    ["type", "identity.teleported", null, 2],
  ]);
  expect(found[2]?.deliveryId).toBe(latest?.id);
  expect(await listDrift(await makeWorkspace())).toEqual([]);
});
