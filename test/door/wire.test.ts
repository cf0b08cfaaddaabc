import { describe, expect, test } from "vitest";
import { slot } from "#lib/slot.ts";
import { allowSlowSenders, NODE } from "./doors.ts";
import {
  listLedger,
  newMessageId,
  openMailbox,
  post,
  SMALL,
  signed,
  storedBody,
  withDoors,
} from "./harness.ts";
import { headOf, openLine, statusesIn } from "./wire.ts";

withDoors();

const LENGTH = `Content-Length: ${SMALL.length}`;
const LAST = [LENGTH, "Connection: close"];
const CHUNK = "x".repeat(65_536);
const reserved = () => slot("door-load", () => ({ bytes: 0 })).bytes;

/** Waits until the door holds no memory for bodies: nothing is in flight. */
async function idle(): Promise<void> {
  while (reserved() > 0) await new Promise((resolve) => setTimeout(resolve, 5));
}

/** Sends text, and gives the statuses of what came back until the door closed the connection. */
async function exchange(text: string): Promise<number[]> {
  const line = await openLine();
  line.socket.write(text, "latin1");
  return statusesIn(await line.closed);
}

describe("node door, on the wire alone: requests as they may be written", () => {
  test.each<[string, (good: Record<string, unknown>) => Record<string, unknown>]>([
    ["names in capitals", (good) => upper(good)],
    ["spaces around a value", (good) => padded(good, " \t ")],
  ])("%s: 204", async (_name, change) => {
    const { endpointId, secret } = await openMailbox();
    const fields = Object.fromEntries(
      Object.entries(change(signed(secret))).map(([name, value]) => [name, String(value)]),
    );
    expect(await exchange(headOf(endpointId, fields, LAST) + SMALL)).toEqual([204]);
  });

  const upper = (fields: Record<string, unknown>) =>
    Object.fromEntries(Object.entries(fields).map(([name, value]) => [name.toUpperCase(), value]));
  const padded = (fields: Record<string, unknown>, by: string) =>
    Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, `${by}${value}${by}`]));

  test("a header twice under names of another case: 401", async () => {
    const mailbox = await openMailbox();
    const fields = signed(mailbox.secret);
    for (const name of ["Webhook-Id", "WEBHOOK-TIMESTAMP", "Webhook-signature"]) {
      const again = `${name}: ${fields[name.toLowerCase()]}`;
      const text = headOf(mailbox.endpointId, fields, [again, ...LAST]) + SMALL;
      expect(await exchange(text)).toEqual([401]);
    }
    expect(await listLedger(mailbox)).toEqual([]);
  });

  test.each<[string, string[]]>([
    ["two lengths", [LENGTH, "Content-Length: 1"]],
    ["a length and chunks", [LENGTH, "Transfer-Encoding: chunked"]],
    ["a negative length", ["Content-Length: -5"]],
    ["a length that is no number", ["Content-Length: 1e3"]],
    ["a length beyond all numbers", [`Content-Length: ${"9".repeat(30)}`]],
    ["a NUL in a header", [LENGTH, "x-nul: a\0b"]],
    ["a header folded over lines", [LENGTH, "webhook-note: a\r\n\u0001b"]],
    ["chunks of no size", ["Transfer-Encoding: chunked", "", "zz"]],
  ])("%s: 400, nothing stored", async (_name, more) => {
    const mailbox = await openMailbox();
    const text = headOf(mailbox.endpointId, signed(mailbox.secret), more) + SMALL;
    expect(await exchange(text)).toEqual([400]);
    expect(await listLedger(mailbox)).toEqual([]);
  });

  test("headers of 20 KB: 431", async () => {
    const { endpointId, secret } = await openMailbox();
    const head = headOf(endpointId, signed(secret), [`x-long: ${"x".repeat(20_000)}`, LENGTH]);
    expect(await exchange(head + SMALL)).toEqual([431]);
  });

  test("an id that no decoding understands: 401", async () => {
    const { secret } = await openMailbox();
    for (const path of ["%ff", "%", "%zz", "%E0%A4%A"]) {
      expect(await exchange(headOf(path, signed(secret), LAST) + SMALL)).toEqual([401]);
    }
  });

  test("HTTP/1.0, and a sender that waits for 100: 204", async () => {
    const { endpointId, secret } = await openMailbox();
    const old = headOf(endpointId, signed(secret), LAST).replace("HTTP/1.1", "HTTP/1.0");
    expect(await exchange(old + SMALL)).toEqual([204]);
    const line = await openLine();
    line.socket.write(headOf(endpointId, signed(secret), [...LAST, "Expect: 100-continue"]));
    await line.until("HTTP/1.1 100");
    line.socket.write(SMALL);
    expect(statusesIn(await line.closed)).toEqual([100, 204]);
  });

  test("two deliveries written at once on one connection: 204 each", async () => {
    const mailbox = await openMailbox();
    const one = (more: string[]) =>
      headOf(mailbox.endpointId, signed(mailbox.secret), more) + SMALL;
    expect(await exchange(one([LENGTH]) + one(LAST))).toEqual([204, 204]);
    expect(await listLedger(mailbox)).toHaveLength(2);
  });

  test("what follows a body is no part of it: 400 for it, and the body as it was signed", async () => {
    const mailbox = await openMailbox();
    const id = newMessageId();
    const head = headOf(mailbox.endpointId, signed(mailbox.secret, { id }), [LENGTH]);
    // The first answer may be overtaken by the 400 and never come; its sender would then try again.
    expect((await exchange(`${head + SMALL}\0\0garbage\r\n\r\n`)).at(-1)).toBe(400);
    await idle();
    expect((await post(NODE, mailbox, { id })).status).toBe(204);
    expect((await storedBody(mailbox)).toString()).toBe(SMALL);
  });
});

describe("node door, on the wire alone: bodies that do not come", () => {
  test.each(["is left", "is half-closed", "is reset"])(
    "half a body, then the line %s: nothing stored, the door goes on",
    async (end) => {
      const mailbox = await openMailbox();
      for (const more of [[LENGTH], ["Transfer-Encoding: chunked"]]) {
        const line = await openLine();
        const half = more[0] === LENGTH ? SMALL.slice(0, 10) : `5\r\n${SMALL.slice(0, 5)}\r\n`;
        line.socket.write(headOf(mailbox.endpointId, signed(mailbox.secret), more) + half);
        while (reserved() === 0) await new Promise((resolve) => setTimeout(resolve, 5));
        if (end === "is left") line.socket.destroy();
        else if (end === "is reset") line.socket.resetAndDestroy();
        else line.socket.end();
        for (const status of statusesIn(await line.closed)) expect(status).toBe(400);
        await idle();
      }
      expect(await listLedger(mailbox)).toEqual([]);
      expect((await post(NODE, mailbox)).status).toBe(204);
    },
  );

  test("a sender that leaves before the answer may send again: 204, one row", async () => {
    const mailbox = await openMailbox();
    const ids = Array.from({ length: 20 }, newMessageId);
    for (const id of ids) {
      const { socket, closed } = await openLine();
      const head = headOf(mailbox.endpointId, signed(mailbox.secret, { id }), [LENGTH]);
      socket.write(head + SMALL, () => socket.resetAndDestroy());
      await closed;
    }
    await idle();
    for (const id of ids) expect((await post(NODE, mailbox, { id })).status).toBe(204);
    const rows = await listLedger(mailbox);
    expect(rows.map(({ webhookId }) => webhookId).sort()).toEqual([...ids].sort());
    expect(rows.every(({ conflict }) => !conflict)).toBe(true);
  });

  test.each(["head", "body"])("a slow %s is cut off with 408, others are served", async (part) => {
    const mailbox = await openMailbox();
    const text = headOf(mailbox.endpointId, signed(mailbox.secret), [LENGTH]) + SMALL;
    const allow = allowSlowSenders(1000);
    const line = await openLine();
    const started = Date.now();
    const sent = part === "head" ? 20 : text.length - SMALL.length;
    line.socket.write(text.slice(0, sent));
    let next = sent;
    const drip = setInterval(() => line.socket.write(text.charAt(next++) || "x"), 100);
    try {
      expect((await post(NODE, mailbox)).status).toBe(204);
      expect(statusesIn(await line.closed)).toEqual([408]);
      expect(Date.now() - started).toBeLessThan(6000);
    } finally {
      clearInterval(drip);
      allow();
    }
    await idle();
    expect(await listLedger(mailbox)).toHaveLength(1);
  });

  test("a body announced as too large: 413 before a byte of it, then the line is closed", async () => {
    const { endpointId, secret } = await openMailbox();
    const line = await openLine();
    line.socket.write(headOf(endpointId, signed(secret), ["Content-Length: 1048577"]));
    const answer = await line.until("\r\n\r\n");
    expect(statusesIn(answer)).toEqual([413]);
    expect(answer.toLowerCase()).toContain("connection: close");
    await line.closed;
  });

  test("a sender that reads only when it has said all sees the 413, not a reset", async () => {
    const { endpointId, secret } = await openMailbox();
    const head = headOf(endpointId, signed(secret), [`Content-Length: ${6 * 1024 * 1024}`]);
    const line = await openLine();
    line.socket.pause();
    line.socket.write(head);
    for (let i = 0; i < 96; i++) {
      const failure = await new Promise((resolve) => line.socket.write(CHUNK, resolve));
      expect(failure, `after ${i} chunks`).toBeFalsy();
    }
    line.socket.resume();
    expect(statusesIn(await line.closed)).toEqual([413]);
  });

  test("an endless body in chunks: 413, then the line is closed", async () => {
    const { endpointId, secret } = await openMailbox();
    const line = await openLine();
    line.socket.write(headOf(endpointId, signed(secret), ["Transfer-Encoding: chunked"]));
    const chunk = `10000\r\n${CHUNK}\r\n`;
    const flood = () => {
      while (line.socket.writable && line.socket.write(chunk));
    };
    line.socket.on("drain", flood);
    flood();
    expect(statusesIn(await line.closed)).toEqual([413]);
    expect(line.socket.bytesWritten).toBeLessThan(64 * 1024 * 1024);
    await idle();
  });

  test("more bodies than memory allows: 429 with Retry-After, and 204 once they are gone", async () => {
    const mailbox = await openMailbox();
    const head = headOf(mailbox.endpointId, signed(mailbox.secret), ["Transfer-Encoding: chunked"]);
    const lines = await Promise.all(Array.from({ length: 140 }, () => openLine()));
    for (const { socket } of lines) socket.write(`${head}1\r\n{\r\n`);
    const refused = await Promise.any(lines.map((line) => line.until("\r\n\r\n")));
    expect(statusesIn(refused)).toEqual([429]);
    expect(refused.toLowerCase()).toMatch(/retry-after: [1-9]/);
    expect(reserved()).toBeLessThanOrEqual(128 * 1024 * 1024);
    for (const { socket } of lines) socket.destroy();
    await idle();
    expect((await post(NODE, mailbox)).status).toBe(204);
  });
});
