import { afterEach, describe, expect, test, vi } from "vitest";
import { sql } from "#lib/db/client.ts";
import { slot } from "#lib/slot.ts";
import { forgetEndpoints } from "#lib/webhooks/live-endpoint.ts";
import { drainAll } from "#test/workspace.ts";
import { type Answer, DOORS } from "./doors.ts";
import { listLedger, newMessageId, openMailbox, post, withDoors } from "./harness.ts";

withDoors();
afterEach(() => void vi.restoreAllMocks());

function expectUnavailable({ status, headers, text }: Answer): void {
  expect(status).toBe(503);
  expect(Number(headers["retry-after"])).toBeGreaterThan(0);
  expect(text).not.toMatch(/ECONNREFUSED|postgres/i);
}

function loseDatabase(): void {
  const gone = new Error("connect ECONNREFUSED 127.0.0.1:5432");
  vi.spyOn(sql(), "query").mockRejectedValue(gone);
  vi.spyOn(sql().prepared, "query").mockRejectedValue(gone);
  vi.spyOn(sql(), "transaction").mockRejectedValue(gone);
}

describe.each(DOORS)("$name: the database away", (door) => {
  test.each(["cold", "warm"])(
    "with a %s cache of endpoints: 503 with Retry-After, and 204 on its return",
    async (cache) => {
      const mailbox = await openMailbox();
      if (cache === "warm") await post(door, mailbox, { id: "msg_warm" });
      else forgetEndpoints();
      const id = newMessageId();
      loseDatabase();
      for (let i = 0; i < 3; i++) expectUnavailable(await post(door, mailbox, { id }));
      vi.restoreAllMocks();
      expect((await post(door, mailbox, { id })).status).toBe(204);
      const ids = (await listLedger(mailbox)).map(({ webhookId }) => webhookId);
      expect(ids).toEqual(cache === "warm" ? ["msg_warm", id] : [id]);
    },
  );

  test("50 at once: each 503, and each 204 when sent again", async () => {
    const mailbox = await openMailbox();
    const ids = Array.from({ length: 50 }, newMessageId);
    loseDatabase();
    for (const answer of await Promise.all(ids.map((id) => post(door, mailbox, { id })))) {
      expectUnavailable(answer);
    }
    vi.restoreAllMocks();
    const answers = await Promise.all(ids.map((id) => post(door, mailbox, { id })));
    expect(answers.map(({ status }) => status)).toEqual(Array(50).fill(204));
    expect(await listLedger(mailbox)).toHaveLength(50);
  });

  test("not open yet: 503, and 204 afterwards", async () => {
    const mailbox = await openMailbox();
    const holder = slot<{ open: unknown }>("database", () => ({ open: null }));
    const { open } = holder;
    holder.open = null;
    try {
      expectUnavailable(await post(door, mailbox));
    } finally {
      holder.open = open;
    }
    expect((await post(door, mailbox)).status).toBe(204);
  });

  test("lost between commit and answer: 503, then 204; one row, projected once", async () => {
    const mailbox = await openMailbox();
    const id = newMessageId();
    await post(door, mailbox, { id: "msg_warm" });
    const engine = sql().prepared;
    const query = engine.query.bind(engine);
    vi.spyOn(engine, "query").mockImplementation(async (text, values) => {
      const rows = await query(text, values);
      if (text.includes("INSERT INTO delivery ")) throw new Error("Connection terminated");
      return rows;
    });
    expectUnavailable(await post(door, mailbox, { id }));
    vi.restoreAllMocks();
    expect((await post(door, mailbox, { id })).status).toBe(204);
    await drainAll();
    expect(await listLedger(mailbox)).toMatchObject([
      { webhookId: "msg_warm" },
      { webhookId: id, state: "ignored", conflict: false, attempts: 1 },
    ]);
  });

  test("a bad signature is still 401 where the endpoint is known", async () => {
    const mailbox = await openMailbox();
    await post(door, mailbox);
    loseDatabase();
    const bad = { "webhook-signature": `v1,${"A".repeat(43)}=` };
    expect((await post(door, mailbox, {}, bad)).status).toBe(401);
  });
});
