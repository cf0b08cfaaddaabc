import { describe, expect, test } from "vitest";
import { db } from "#lib/db/client.ts";
import { createEndpoint } from "#lib/webhooks/endpoints.ts";
import { makeEvents } from "#test/fixtures/events.ts";
import { drainAll } from "#test/workspace.ts";
import { DOORS } from "./doors.ts";
import {
  listLedger,
  newMessageId,
  openMailbox,
  post,
  SMALL,
  stopClock,
  storedBody,
  withDoors,
} from "./harness.ts";

withDoors();

const DAY = 86_400_000;
const queued = (workspaceId: string) => db().deliveryQueue.count({ where: { workspaceId } });

describe.each(DOORS)("$name: the same id", (door) => {
  test("with the same body: 204 and one row, before and after its projection", async () => {
    const mailbox = await openMailbox();
    const id = newMessageId();
    for (let i = 0; i < 3; i++) expect((await post(door, mailbox, { id })).status).toBe(204);
    expect(await queued(mailbox.workspaceId)).toBe(1);
    await drainAll();
    const rows = await listLedger(mailbox);
    expect(rows).toMatchObject([{ webhookId: id, conflict: false, state: "ignored" }]);
    expect((await post(door, mailbox, { id })).status).toBe(204);
    expect(await listLedger(mailbox)).toEqual(rows);
    expect(await queued(mailbox.workspaceId)).toBe(0);
  });

  test("with another body: 204, the first is kept and the row is marked", async () => {
    const mailbox = await openMailbox();
    const id = newMessageId();
    await post(door, mailbox, { id });
    await drainAll();
    const [first] = await listLedger(mailbox);
    for (const body of [`${SMALL} `, '{"id":"evt_other","type":"door.test"}']) {
      expect((await post(door, mailbox, { id, body })).status).toBe(204);
    }
    expect((await post(door, mailbox, { id })).status).toBe(204);
    expect(await listLedger(mailbox)).toEqual([{ ...first, conflict: true }]);
    expect((await storedBody(mailbox)).toString()).toBe(SMALL);
    expect(await queued(mailbox.workspaceId)).toBe(0);
  });

  test("with another body, badly signed: 401, and the row is not marked", async () => {
    const mailbox = await openMailbox();
    const id = newMessageId();
    await post(door, mailbox, { id });
    const bad = { "webhook-signature": `v1,${"A".repeat(43)}=` };
    expect((await post(door, mailbox, { id, body: "{}" }, bad)).status).toBe(401);
    expect(await listLedger(mailbox)).toMatchObject([{ conflict: false }]);
  });

  test("50 times at once: every answer 204, one row, queued once", async () => {
    const mailbox = await openMailbox();
    const id = newMessageId();
    const answers = await Promise.all(
      Array.from({ length: 50 }, () => post(door, mailbox, { id })),
    );
    expect(answers.map(({ status }) => status)).toEqual(Array(50).fill(204));
    expect(await listLedger(mailbox)).toMatchObject([{ webhookId: id, conflict: false }]);
    expect(await queued(mailbox.workspaceId)).toBe(1);
  });

  test("50 bodies at once: every answer 204, one row with one of them, marked", async () => {
    const mailbox = await openMailbox();
    const id = newMessageId();
    const bodies = Array.from({ length: 50 }, (_, i) => `{"type":"door.test","a":${i}}`);
    const answers = await Promise.all(bodies.map((body) => post(door, mailbox, { id, body })));
    expect(answers.map(({ status }) => status)).toEqual(Array(50).fill(204));
    expect(await listLedger(mailbox)).toMatchObject([{ webhookId: id, conflict: true }]);
    expect(bodies).toContain((await storedBody(mailbox)).toString());
  });

  test("again after 30 days, signed afresh: 204, still one row, nothing projected", async () => {
    const mailbox = await openMailbox();
    const id = newMessageId();
    await post(door, mailbox, { id });
    await drainAll();
    const rows = await listLedger(mailbox);
    stopClock(Date.now() + 30 * DAY);
    expect((await post(door, mailbox, { id })).status).toBe(204);
    expect(await listLedger(mailbox)).toEqual(rows);
    expect(await queued(mailbox.workspaceId)).toBe(0);
  });

  test("differs by its case: two rows", async () => {
    const mailbox = await openMailbox();
    for (const id of ["msg_a", "msg_A"]) await post(door, mailbox, { id });
    expect(await listLedger(mailbox)).toHaveLength(2);
  });

  test("in two workspaces, or at two endpoints: a row each", async () => {
    const [one, two] = [await openMailbox(), await openMailbox()];
    const { endpoint, secret } = await createEndpoint(one.workspaceId, { name: "Shop" });
    const id = newMessageId();
    for (const to of [one, two, { endpointId: endpoint.id, secret }]) {
      expect((await post(door, to, { id, body: `{"type":"${to.endpointId}"}` })).status).toBe(204);
    }
    expect(await listLedger(one)).toMatchObject([{ conflict: false }, { conflict: false }]);
    expect(await listLedger(two)).toMatchObject([{ webhookId: id, conflict: false }]);
  });
});

describe.each(DOORS)("$name: the same event", (door) => {
  test("under another id: 204, stored as a duplicate, and changes nothing", async () => {
    const mailbox = await openMailbox();
    const { workspaceId } = mailbox;
    const body = JSON.stringify(makeEvents().resolved);
    await post(door, mailbox, { body });
    await drainAll();
    const visitors = await db().visitor.findMany({ where: { workspaceId } });
    expect((await post(door, mailbox, { body })).status).toBe(204);
    await drainAll();
    const states = (await listLedger(mailbox)).map(({ state }) => state);
    expect(states.sort()).toEqual(["duplicate", "projected"]);
    expect(await db().visitor.findMany({ where: { workspaceId } })).toEqual(visitors);
  });
});
