import { afterEach, expect, test } from "vitest";
import { sql } from "#lib/db/client.ts";
import { subscribeLive } from "#lib/live/hub.ts";
import type { LiveMessage } from "#lib/live/live-message.ts";
import { liveStream } from "#lib/live/live-stream.ts";
import { visitorsChanged } from "#lib/live/visitors-changed.ts";
import { engineKind, withTestDatabase } from "#test/database.ts";
import { makeEvents } from "#test/fixtures/events.ts";
import { deliver, drainAll, makeWorkspace } from "#test/workspace.ts";

withTestDatabase();

const stops: (() => void)[] = [];
afterEach(() => {
  for (const stop of stops.splice(0)) stop();
});

function hear() {
  const heard: LiveMessage[] = [];
  stops.push(subscribeLive({ onMessage: (message) => heard.push(message), onClose: () => {} }));
  return heard;
}

test("a projection names its visitors after the commit, and the same event again names none", async () => {
  const workspaceId = await makeWorkspace();
  const heard = hear();
  const events = Object.values(makeEvents({ seed: 3 }));
  await deliver(workspaceId, events);
  await drainAll();
  const [row] = await sql().query(`SELECT id, "companyId" FROM visitor WHERE "workspaceId" = $1`, [
    workspaceId,
  ]);
  const own = () => heard.filter((message) => message.workspaceId === workspaceId);
  const { id, companyId } = Object(row);
  await expect.poll(own, { timeout: 5_000 }).toHaveLength(1);
  const named = { visitorIds: [id], companyIds: [companyId] };
  expect(own()).toEqual([{ kind: "visitors", workspaceId, ...named, isMore: false }]);
  await deliver(workspaceId, events);
  await drainAll();
  expect(own()).toHaveLength(1);
});

test("a burst becomes two messages: the first at once, the rest together", async () => {
  const heard = hear();
  for (let at = 0; at < 250; at += 1) visitorsChanged("ws_burst", [`v_${at}`]);
  await expect.poll(() => heard.length, { timeout: 5_000 }).toBe(1);
  await expect.poll(() => heard.length, { timeout: 5_000 }).toBe(2);
  expect(heard[1]).toMatchObject({ isMore: true });
  expect(heard[1]?.kind === "visitors" && heard[1].visitorIds).toHaveLength(100);
});

test("a stream passes on what is meant for its member, and ends when it may no longer read", async () => {
  let isAllowed = true;
  const stream = liveStream({
    workspaceId: "ws_a",
    userId: "usr_a",
    isStillAllowed: async () => isAllowed,
    beatMs: 20,
  });
  const { publishLive } = await import("#lib/live/hub.ts");
  await publishLive({ kind: "notification", workspaceId: "ws_a", userId: "usr_b" });
  await publishLive({ kind: "notification", workspaceId: "ws_b", userId: "usr_a" });
  await publishLive({ kind: "job", workspaceId: "ws_a", jobId: "job_1", userId: "usr_a" });
  setTimeout(() => {
    isAllowed = false;
  }, 100);
  const text = await new Response(stream).text();
  const told = text.split("\n\n").filter((part) => part.startsWith("data: "));
  expect(told).toEqual(['data: {"kind":"job","jobId":"job_1","userId":"usr_a"}']);
  expect(text).toContain(": beat");
});

test.runIf(engineKind === "server")(
  "notices of other processes are heard once, and what is none of ours is left out",
  async () => {
    const heard = hear();
    const message = { kind: "job", workspaceId: "ws_x", jobId: "job_x", userId: null };
    const notify = (payload: string) =>
      sql().query("SELECT pg_notify('foyer_live', $1)", [payload]);
    // The listening connection is made in the background: the first notices may come before it.
    await expect
      .poll(
        async () => {
          await notify(JSON.stringify({ origin: "elsewhere", message }));
          return heard.length;
        },
        { timeout: 10_000 },
      )
      .toBeGreaterThan(0);
    const before = heard.length;
    await notify("no JSON");
    await notify(JSON.stringify({ origin: "elsewhere", message: { kind: "other" } }));
    visitorsChanged("ws_own", ["v_own"]);
    await expect.poll(() => heard.at(-1)?.workspaceId, { timeout: 10_000 }).toBe("ws_own");
    await notify(JSON.stringify({ origin: "elsewhere", message: { ...message, jobId: "last" } }));
    await expect.poll(() => JSON.stringify(heard.at(-1)), { timeout: 10_000 }).toContain("last");
    const own = heard.slice(before).filter(({ workspaceId }) => workspaceId === "ws_own");
    expect(own).toHaveLength(1);
  },
);
