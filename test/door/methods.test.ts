import { describe, expect, test } from "vitest";
import { webhookPath } from "#lib/inbox/node-door.ts";
import { DOORS, NODE } from "./doors.ts";
import { digestOfTables, listLedger, openMailbox, SMALL, signed, withDoors } from "./harness.ts";

withDoors();

const body = Buffer.from(SMALL);

describe.each(DOORS)("$name: methods", (door) => {
  test.each(["GET", "HEAD", "PUT", "PATCH", "DELETE", "OPTIONS"])(
    "%s: 405, signed well or not, known endpoint or not",
    async (method) => {
      const { endpointId, secret } = await openMailbox();
      const before = await digestOfTables();
      const headers = signed(secret);
      const hasBody = method !== "GET" && method !== "HEAD";
      for (const path of [endpointId, "whe_unknown"]) {
        for (const fields of [headers, {}]) {
          const answer = await door.send({
            method,
            path,
            headers: fields,
            ...(hasBody && { body }),
          });
          expect(answer).toMatchObject({ status: 405, headers: { allow: "POST" } });
        }
      }
      expect(await digestOfTables()).toEqual(before);
    },
  );
});

describe("node door, on the wire alone: methods", () => {
  // No web Request can carry these, and Next answers TRACE before it asks a route.
  test.each(["TRACE", "PROPFIND", "QUERY", "PURGE"])("%s: 405", async (method) => {
    const { endpointId, secret } = await openMailbox();
    const answer = await NODE.send({ method, path: endpointId, headers: signed(secret) });
    expect(answer).toMatchObject({ status: 405, headers: { allow: "POST" } });
  });

  test("PUT of 4 MiB: 405 and no reset, and the next request is served", async () => {
    const { endpointId, secret } = await openMailbox();
    const large = Buffer.alloc(4 * 1024 * 1024, "x");
    const sent = { path: endpointId, headers: signed(secret) };
    expect(await NODE.send({ ...sent, method: "PUT", body: large })).toMatchObject({ status: 405 });
    expect(await NODE.send({ ...sent, body })).toMatchObject({ status: 204 });
  });
});

describe.each(DOORS)("$name: the path", (door) => {
  test.each<[string, (id: string) => string]>([
    ["a trailing slash", (id) => `${id}/`],
    ["a query", (id) => `${id}?source=midbound&a=/`],
    ["an empty query", (id) => `${id}?`],
    ["a trailing slash and a query", (id) => `${id}/?source=midbound`],
    ["an escaped letter", (id) => `%${id.charCodeAt(0).toString(16)}${id.slice(1)}`],
  ])("with %s means the same endpoint: 204", async (_name, change) => {
    const mailbox = await openMailbox();
    const path = change(mailbox.endpointId);
    const answer = await door.send({ path, headers: signed(mailbox.secret), body });
    expect(answer.status).toBe(204);
    expect(await listLedger(mailbox)).toHaveLength(1);
  });
});

test.each([
  undefined,
  "",
  "/",
  "/api/webhooks",
  "/api/webhooks/",
  "/api/webhooks//",
  "/api/webhooks/?a",
  "/api/webhooks/a/b",
  "/api/webhooks/a//",
  "/api/webhooksx/a",
  "/x/api/webhooks/a",
  "//api/webhooks/a",
  "/API/webhooks/a",
])("the path %s is not the door's", (path) => {
  expect(webhookPath(path)).toBeNull();
});
