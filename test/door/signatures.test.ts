import { describe, expect, test } from "vitest";
import { now } from "#lib/clock.ts";
import { db } from "#lib/db/client.ts";
import { DOORS } from "./doors.ts";
import {
  digestOfTables,
  listLedger,
  newMessageId,
  openMailbox,
  post,
  secondsOf,
  signed,
  withDoors,
} from "./harness.ts";

withDoors();

const DECOY = `v1,${"A".repeat(43)}=`;

/** A signed letter whose signature holds all the characters that base64url spells differently. */
function lettersOf(secret: string) {
  for (;;) {
    const headers = signed(secret);
    const signature = String(headers["webhook-signature"]);
    if (signature.includes("+") && signature.includes("/")) return { headers, signature };
  }
}

describe.each(DOORS)("$name: what is no signature", (door) => {
  test.each<[string, (signature: string) => string]>([
    ["version v2", (good) => good.replace("v1,", "v2,")],
    ["version V1", (good) => good.replace("v1,", "V1,")],
    ["version v1a, of asymmetric keys", (good) => good.replace("v1,", "v1a,")],
    ["no version", (good) => good.slice(3)],
    ["an empty version", (good) => good.slice(2)],
    ["v1= as others write it", (good) => good.replace("v1,", "v1=")],
    ["nothing behind the version", () => "v1,"],
    ["one letter short", (good) => `${good.slice(0, -2)}=`],
    ["half of it", (good) => good.slice(0, 22)],
    ["no padding", (good) => good.slice(0, -1)],
    ["twice the padding", (good) => `${good}=`],
    ["base64url", (good) => good.replaceAll("+", "-").replaceAll("/", "_")],
    ["base64url without padding", (good) => good.replaceAll(/[+/]/g, "-").slice(0, -1)],
    ["hexadecimal", (good) => `v1,${Buffer.from(good.slice(3), "base64").toString("hex")}`],
    ["a space inside", (good) => `${good.slice(0, 20)} ${good.slice(20)}`],
    ["commas between two", (good) => `${good},${good}`],
    ["comma and space between two", (good) => `${good}, ${DECOY}`],
    ["quotes around it", (good) => `"${good}"`],
    ["a tab between two", (good) => `${good}\t${DECOY}`],
    ["lower case", (good) => good.toLowerCase()],
    ["text", () => "let me in"],
    ["8 KB of text", () => "v1,".padEnd(8000, "A")],
  ])("%s: 401, nothing stored", async (_name, change) => {
    const mailbox = await openMailbox();
    const { headers, signature } = lettersOf(mailbox.secret);
    const before = await digestOfTables();
    const changed = { ...headers, "webhook-signature": change(signature) };
    expect((await post(door, mailbox, {}, changed)).status).toBe(401);
    expect(await digestOfTables()).toEqual(before);
    expect((await post(door, mailbox, {}, headers)).status).toBe(204);
  });
});

describe.each(DOORS)("$name: several signatures", (door) => {
  const list = (others: number, good: string) => [...Array(others).fill(DECOY), good].join(" ");

  test("up to ten are read, in any place: 204", async () => {
    const mailbox = await openMailbox();
    for (const others of [0, 1, 9]) {
      const headers = signed(mailbox.secret);
      const signature = list(others, String(headers["webhook-signature"]));
      const change = { ...headers, "webhook-signature": signature };
      expect((await post(door, mailbox, {}, change)).status).toBe(204);
    }
  });

  test("more than ten: 401, also where the first is good", async () => {
    const mailbox = await openMailbox();
    for (const others of [10, 11, 150]) {
      const headers = signed(mailbox.secret);
      const late = list(others, String(headers["webhook-signature"]));
      for (const signature of [late, late.split(" ").reverse().join(" ")]) {
        const change = { ...headers, "webhook-signature": signature };
        expect((await post(door, mailbox, {}, change)).status).toBe(401);
      }
    }
    expect(await listLedger(mailbox)).toEqual([]);
  });

  test("beside those of other versions a good one counts: 204", async () => {
    const mailbox = await openMailbox();
    const headers = signed(mailbox.secret);
    const signature = `v1a,xyz v2,${"B".repeat(80)} ${headers["webhook-signature"]}`;
    const change = { ...headers, "webhook-signature": signature };
    expect((await post(door, mailbox, {}, change)).status).toBe(204);
  });
});

describe.each(DOORS)("$name: what is signed", (door) => {
  test.each(["decoded", "raw"] as const)("by the %s key: 204, and noted", async (derivation) => {
    const mailbox = await openMailbox();
    expect((await post(door, mailbox, { derivation })).status).toBe(204);
    expect(await listLedger(mailbox)).toMatchObject([{ derivation }]);
  });

  test("is id, timestamp and body together: 401 when one is another", async () => {
    const mailbox = await openMailbox();
    const letter = { id: newMessageId(), timestamp: secondsOf(now()) };
    const { secret, endpointId } = mailbox;
    const earlier = String(Number(letter.timestamp) - 1);
    for (const change of [{ "webhook-id": "msg_2" }, { "webhook-timestamp": earlier }]) {
      expect((await post(door, mailbox, letter, change)).status).toBe(401);
    }
    for (const body of ["{}", '{"id":"evt_small","type":"door.test"} ', ""]) {
      const headers = signed(secret, letter);
      const answer = await door.send({ path: endpointId, headers, body: Buffer.from(body) });
      expect(answer.status).toBe(401);
    }
    expect(await listLedger(mailbox)).toEqual([]);
  });
});

describe.each(DOORS)("$name: the signature comes first", (door) => {
  test.each([
    ["no JSON", "{"],
    ["nothing at all", ""],
    ["no UTF-8", Buffer.from([0xff, 0xfe, 0x00])],
    ["a depth of 10,000", "[".repeat(10_000)],
    ["60,000 values", `[${"0,".repeat(60_000)}0]`],
  ])("badly signed and %s: 401, not 400, nothing written", async (_name, body) => {
    const mailbox = await openMailbox();
    const before = await digestOfTables();
    const refused = await post(door, mailbox, { body }, { "webhook-signature": DECOY });
    expect(refused.status).toBe(401);
    expect(await digestOfTables()).toEqual(before);
    const { workspaceId } = mailbox;
    expect(await db().webhookSecret.findMany({ where: { workspaceId } })).toMatchObject([
      { lastUsedAt: null, lastDerivation: null },
    ]);
    expect((await post(door, mailbox, { body })).status).toBe(400);
    expect(await listLedger(mailbox)).toEqual([]);
  });
});
