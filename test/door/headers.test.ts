import { describe, expect, test } from "vitest";
import { DOORS } from "./doors.ts";
import { listLedger, newMessageId, openMailbox, post, signed, withDoors } from "./harness.ts";

withDoors();

describe.each(DOORS)("$name: webhook headers", (door) => {
  test.each(["webhook-id", "webhook-timestamp", "webhook-signature"])(
    "without %s: 401",
    async (name) => {
      const mailbox = await openMailbox();
      expect((await post(door, mailbox, {}, { [name]: undefined })).status).toBe(401);
      expect((await post(door, mailbox, {}, { [name]: "" })).status).toBe(401);
      expect(await listLedger(mailbox)).toEqual([]);
    },
  );

  test.each(["webhook-id", "webhook-timestamp", "webhook-signature"])(
    "%s sent twice: 401, be the two the same or not",
    async (name) => {
      const mailbox = await openMailbox();
      const good = signed(mailbox.secret);
      const other = signed(mailbox.secret);
      for (const second of [good[name], other[name], "1"]) {
        const twice = [String(good[name]), String(second)];
        expect((await post(door, mailbox, {}, { ...good, [name]: twice })).status).toBe(401);
      }
      expect(await listLedger(mailbox)).toEqual([]);
    },
  );

  test.each([["a"], ["A-Z_0-9"], ["x".repeat(128)], ["__proto__"]])("id %s: 204", async (id) => {
    const mailbox = await openMailbox();
    expect((await post(door, mailbox, { id })).status).toBe(204);
    expect(await listLedger(mailbox)).toMatchObject([{ webhookId: id }]);
  });

  test.each([
    "x".repeat(129),
    "x".repeat(4000),
    "msg.1",
    "msg 1",
    "msg/1",
    "msg:1",
    "msg,1",
    "msg=",
    "m\u00e9",
    "\u00a0msg",
  ])("id %s, signed well: 401", async (id) => {
    const mailbox = await openMailbox();
    expect((await post(door, mailbox, { id })).status).toBe(401);
    expect(await listLedger(mailbox)).toEqual([]);
  });
});

describe.each(DOORS)("$name: content type and encoding", (door) => {
  test.each([
    "application/json",
    "application/json; charset=utf-8",
    "application/json;charset=UTF-8",
    "Application/JSON",
    "application/json ; x=y",
    "application/cloudevents+json",
    "application/vnd.midbound.event+json; v=1",
  ])("content type %s: 204", async (type) => {
    const mailbox = await openMailbox();
    expect((await post(door, mailbox, {}, { "content-type": type })).status).toBe(204);
  });

  test("no content type is taken as JSON: 204", async () => {
    const mailbox = await openMailbox();
    for (const type of [undefined, ""]) {
      expect((await post(door, mailbox, {}, { "content-type": type })).status).toBe(204);
    }
  });

  test.each([
    "text/plain",
    "text/json",
    "application/x-www-form-urlencoded",
    "multipart/form-data; boundary=x",
    "application/octet-stream",
    "application/jsonp",
    "application/json5",
    "application/json, text/plain",
    "text/plain; application/json",
    "json",
  ])("content type %s: 415", async (type) => {
    const mailbox = await openMailbox();
    expect((await post(door, mailbox, {}, { "content-type": type })).status).toBe(415);
    expect(await listLedger(mailbox)).toEqual([]);
  });

  test("content type sent twice: 415", async () => {
    const mailbox = await openMailbox();
    for (const second of ["text/plain", "application/json"]) {
      const type = ["text/plain", second];
      expect((await post(door, mailbox, {}, { "content-type": type })).status).toBe(415);
    }
  });

  test.each(["gzip", "deflate", "br", "zstd", "GZIP", "identity, gzip", "x-unknown"])(
    "content encoding %s: 415",
    async (encoding) => {
      const mailbox = await openMailbox();
      const answer = await post(door, mailbox, {}, { "content-encoding": encoding });
      expect(answer.status).toBe(415);
      expect(await listLedger(mailbox)).toEqual([]);
    },
  );

  test("content encoding identity is none: 204", async () => {
    const mailbox = await openMailbox();
    for (const encoding of ["identity", "Identity"]) {
      const change = { "content-encoding": encoding };
      expect((await post(door, mailbox, {}, change)).status).toBe(204);
    }
  });

  test("every answer forbids caching, and a refusal is a problem document", async () => {
    const mailbox = await openMailbox();
    const stored = await post(door, mailbox, { id: newMessageId() });
    expect(stored).toMatchObject({ status: 204, text: "" });
    expect(stored.headers["cache-control"]).toBe("no-store");
    const refused = await post(door, mailbox, {}, { "webhook-id": undefined });
    expect(refused.headers).toMatchObject({
      "cache-control": "no-store",
      "content-type": "application/problem+json",
    });
    expect(JSON.parse(refused.text)).toMatchObject({ status: 401, type: "about:blank" });
  });
});
