import { describe, expect, test } from "vitest";
import { db } from "#lib/db/client.ts";
import { replayDelivery } from "#lib/inbox/replay.ts";
import { drainAll } from "#test/workspace.ts";
import { DOORS, type Door } from "./doors.ts";
import {
  digestOfTables,
  listLedger,
  newMessageId,
  openMailbox,
  post,
  SMALL,
  secondsOf,
  stopClock,
  withDoors,
} from "./harness.ts";

withDoors();

// Not on a full second, so that a comparison in milliseconds would show.
const NOW = Date.UTC(2026, 10, 3, 12, 0, 0, 700);
const SECOND = 1000;

describe.each(DOORS)("$name: what is no timestamp", (door) => {
  const stamp = secondsOf(NOW);
  test.each([
    ["1e9", "1e9"],
    ["12abc", "12abc"],
    ["digits and letters", `${stamp}abc`],
    ["a sign", `+${stamp}`],
    ["negative", `-${stamp}`],
    ["float", `${stamp}.0`],
    ["half a second", `${stamp}.5`],
    ["milliseconds", String(NOW)],
    ["more than a double holds", "9".repeat(400)],
    ["13 digits", "1".repeat(13)],
    ["hexadecimal", `0x${Number(stamp).toString(16)}`],
    ["an ISO string", new Date(NOW).toISOString()],
    ["NaN", "NaN"],
    ["a space within", `${stamp.slice(0, 5)} ${stamp.slice(5)}`],
    ["underscores", `${stamp.slice(0, 5)}_${stamp.slice(5)}`],
  ])("%s, signed as it stands: 401, nothing stored", async (_name, timestamp) => {
    stopClock(NOW);
    const mailbox = await openMailbox();
    const before = await digestOfTables();
    expect((await post(door, mailbox, { timestamp })).status).toBe(401);
    expect(await digestOfTables()).toEqual(before);
  });

  test("a leading space is HTTP's, not the sender's: 204, but 401 where it was signed", async () => {
    stopClock(NOW);
    const mailbox = await openMailbox();
    const change = { "webhook-timestamp": ` ${stamp} ` };
    expect((await post(door, mailbox, { timestamp: stamp }, change)).status).toBe(204);
    expect((await post(door, mailbox, { timestamp: ` ${stamp}` })).status).toBe(401);
  });

  test("a leading zero is signed as it stands: 204", async () => {
    stopClock(NOW);
    const mailbox = await openMailbox();
    expect((await post(door, mailbox, { timestamp: `0${stamp}` })).status).toBe(204);
  });
});

async function sendAged(door: Door, seconds: number, body = SMALL) {
  stopClock(NOW);
  const mailbox = await openMailbox();
  const id = newMessageId();
  const timestamp = secondsOf(NOW - seconds * SECOND);
  const answer = await post(door, mailbox, { id, timestamp, body });
  return { mailbox, id, answer, timestamp };
}

describe.each(DOORS)("$name: a timestamp's age", (door) => {
  test.each([299, 300, -299, -300])("of %i s: 204", async (age) => {
    const { answer, mailbox, timestamp } = await sendAged(door, age);
    expect(answer.status).toBe(204);
    const sentAt = new Date(Number(timestamp) * SECOND);
    expect(await listLedger(mailbox)).toMatchObject([{ state: "pending", reason: null, sentAt }]);
  });

  test.each([
    ["301 s", 301],
    ["-301 s", -301],
    ["a day", 86_400],
    ["56 years (0)", Number(secondsOf(NOW))],
    ["31,000 years ahead (twelve digits)", Number(secondsOf(NOW)) - 999_999_999_999],
  ])("of %s: 401 and quarantined", async (_name, age) => {
    const { answer, mailbox } = await sendAged(door, age);
    expect(answer.status).toBe(401);
    const stale = { state: "quarantined", reason: "stale_timestamp", conflict: false };
    expect(await listLedger(mailbox)).toMatchObject([stale]);
    await drainAll();
    expect(await listLedger(mailbox)).toMatchObject([stale]);
  });

  test("too old and badly signed: 401, nothing stored", async () => {
    stopClock(NOW);
    const mailbox = await openMailbox();
    const before = await digestOfTables();
    const change = { "webhook-signature": `v1,${"A".repeat(43)}=` };
    const timestamp = secondsOf(NOW - 400 * SECOND);
    expect((await post(door, mailbox, { timestamp }, change)).status).toBe(401);
    expect(await digestOfTables()).toEqual(before);
  });

  test("the answer does not tell a stale timestamp from a bad signature", async () => {
    const { answer, mailbox } = await sendAged(door, 301);
    const bad = await post(door, mailbox, {}, { "webhook-signature": `v1,${"A".repeat(43)}=` });
    const { date: _one, ...headers } = answer.headers;
    const { date: _two, ...others } = bad.headers;
    expect({ ...answer, headers }).toEqual({ ...bad, headers: others });
  });
});

describe.each(DOORS)("$name: a stale delivery", (door) => {
  test("is released by a fresh signature over the same bytes", async () => {
    const { mailbox, id } = await sendAged(door, 301);
    expect((await post(door, mailbox, { id })).status).toBe(204);
    expect(await listLedger(mailbox)).toMatchObject([
      { state: "pending", reason: null, conflict: false },
    ]);
    await drainAll();
    expect(await listLedger(mailbox)).toMatchObject([{ state: "ignored", type: "door.test" }]);
  });

  test("is not released by other bytes under its id: the row is marked", async () => {
    const { mailbox, id } = await sendAged(door, 301);
    expect((await post(door, mailbox, { id, body: '{"type":"door.other"}' })).status).toBe(204);
    expect(await listLedger(mailbox)).toMatchObject([{ state: "quarantined", conflict: true }]);
  });

  test("changes nothing when it is the late copy of what was taken", async () => {
    stopClock(NOW);
    const mailbox = await openMailbox();
    const id = newMessageId();
    await post(door, mailbox, { id });
    await drainAll();
    const [row] = await listLedger(mailbox);
    const timestamp = secondsOf(NOW - 301 * SECOND);
    expect((await post(door, mailbox, { id, timestamp })).status).toBe(401);
    expect(await listLedger(mailbox)).toEqual([row]);
  });

  test("is released by an admin's replay", async () => {
    const { mailbox } = await sendAged(door, 301);
    const [row] = await listLedger(mailbox);
    await replayDelivery(mailbox.workspaceId, row?.id ?? "");
    expect(await db().deliveryQueue.count({ where: { deliveryId: row?.id ?? "" } })).toBe(1);
    await drainAll();
    expect(await listLedger(mailbox)).toMatchObject([{ state: "ignored", reason: "unknown_type" }]);
  });
});
