import { Webhook } from "standardwebhooks";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { createRule, updateRule } from "#lib/alerts/change-rules.ts";
import { testRule } from "#lib/alerts/test-rule.ts";
import { db, sql } from "#lib/db/client.ts";
import { env } from "#lib/env.ts";
import { MAX_ATTEMPTS } from "#lib/outbox/held-message.ts";
import { listMessages } from "#lib/outbox/list-messages.ts";
import { postGuarded } from "#lib/outbox/post-guarded.ts";
import { retryMessage } from "#lib/outbox/retry-message.ts";
import { sendDue, settleOutbox } from "#lib/outbox/run-outbox.ts";
import { listenHttp, makeRule, makeTeam, receive, ruleInput } from "./alerts-world.ts";
import { withTestDatabase } from "./database.ts";
import { makeEvents } from "./fixtures/events.ts";

withTestDatabase();

beforeAll(() => {
  env().ALLOW_LOOPBACK_WEBHOOKS = true;
});
afterAll(() => {
  env().ALLOW_LOOPBACK_WEBHOOKS = false;
});
beforeEach(async () => {
  await sql().query("DELETE FROM outbox");
});

const makeDue = () =>
  sql().query(
    `UPDATE outbox SET "availableAt" = now() - interval '1 second' WHERE "availableAt" IS NOT NULL`,
  );
const log = async (workspaceId: string, ruleId: string) =>
  (await listMessages(workspaceId, ruleId)).rows;

async function again(times = 1) {
  for (let i = 0; i < times; i++) {
    await makeDue();
    await sendDue();
    await settleOutbox();
  }
}

test("an outgoing webhook is signed as Standard Webhooks says, each message once", async () => {
  const hook = await listenHttp();
  const { workspaceId, id, secret } = await makeRule({ app: false, webhook: { url: hook.url } });
  await receive(workspaceId, [makeEvents({ created: Date.now() + 2000 }).enriched]);
  expect(hook.received).toHaveLength(1);
  const [{ headers, body } = { headers: {}, body: "" }] = hook.received;
  const verified = new Webhook(secret ?? "").verify(body, {
    "webhook-id": String(headers["webhook-id"]),
    "webhook-timestamp": String(headers["webhook-timestamp"]),
    "webhook-signature": String(headers["webhook-signature"]),
  });
  expect(verified).toMatchObject({
    type: "alert.fired",
    data: { rule: { id }, alerts: [{ why: ["Viewed /pricing"], visitor: { countryCode: "PT" } }] },
  });
  expect(() => new Webhook(secret ?? "").verify(`${body} `, headers as never)).toThrow();
  const [row] = await log(workspaceId, id);
  expect(row).toMatchObject({ state: "sent", status: 204, attempts: 1, recipient: hook.url });
  // What was sent is not kept, and the secret not in the clear.
  const stored = await db().outbox.findFirst({ where: { workspaceId } });
  expect(stored).toMatchObject({ payload: null, lane: null, availableAt: null });
  const channel = await db().alertChannel.findFirst({ where: { workspaceId, kind: "webhook" } });
  expect(Buffer.from(channel?.ciphertext ?? []).includes(secret?.slice(6, 20) ?? "?")).toBe(false);
  await again();
  expect(hook.received).toHaveLength(1);
  await hook.close();
});

test("a server that fails is tried again with the same id and body, then the log says sent", async () => {
  let calls = 0;
  const hook = await listenHttp((_, response) => {
    calls += 1;
    response.writeHead(calls < 3 ? 500 : 200).end("try later");
  });
  const { workspaceId, id } = await makeRule({ app: false, webhook: { url: hook.url } });
  await receive(workspaceId, [makeEvents({ created: Date.now() + 2000 }).resolved]);
  expect(await log(workspaceId, id)).toMatchObject([
    { state: "pending", attempts: 1, status: 500, reason: "The server answered 500: try later" },
  ]);
  await sendDue();
  await settleOutbox();
  expect(calls).toBe(1);
  await again(2);
  expect(await log(workspaceId, id)).toMatchObject([
    { state: "sent", attempts: 3, status: 200, reason: null },
  ]);
  expect(new Set(hook.received.map(({ headers }) => headers["webhook-id"])).size).toBe(1);
  expect(new Set(hook.received.map(({ body }) => body)).size).toBe(1);
  await hook.close();
});

test("a message is given up after its attempts, with the reason, and can be tried again", async () => {
  let status = 503;
  const hook = await listenHttp((_, response) => response.writeHead(status).end());
  const { workspaceId, id } = await makeRule({ app: false, webhook: { url: hook.url } });
  await receive(workspaceId, [makeEvents({ created: Date.now() + 2000 }).resolved]);
  await again(MAX_ATTEMPTS);
  expect(hook.received).toHaveLength(MAX_ATTEMPTS);
  const [dead] = await log(workspaceId, id);
  expect(dead).toMatchObject({ state: "dead", reason: "The server answered 503." });
  status = 200;
  await retryMessage(workspaceId, id, dead?.id ?? "");
  await again();
  expect(await log(workspaceId, id)).toMatchObject([{ state: "sent", attempts: 1 }]);
  await expect(retryMessage(workspaceId, id, dead?.id ?? "")).rejects.toMatchObject({
    code: "not_found",
  });
  await hook.close();
});

test.each([
  [410, "410"],
  [301, "a redirect"],
])("an answer of %s ends it at once, and no redirect is followed", async (status, words) => {
  const target = await listenHttp();
  const hook = await listenHttp((_, response) =>
    response.writeHead(status, { location: target.url }).end(),
  );
  const { workspaceId, id } = await makeRule({ app: false, webhook: { url: hook.url } });
  await receive(workspaceId, [makeEvents({ created: Date.now() + 2000 }).resolved]);
  const [row] = await log(workspaceId, id);
  expect(row).toMatchObject({ state: "dead", attempts: 1, status });
  expect(row?.reason).toContain(words);
  expect(target.received).toHaveLength(0);
  await Promise.all([hook.close(), target.close()]);
});

test("a receiver that hangs holds up its own messages and no others", async () => {
  let open = () => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  const slow = await listenHttp(async (_, response) => {
    await opened;
    response.writeHead(200).end();
  });
  const quick = await listenHttp();
  const { workspaceId, id, admin } = await makeRule({ app: false, webhook: { url: slow.url } });
  await createRule(workspaceId, admin, ruleInput({ app: false, webhook: { url: quick.url } }));
  const created = Date.now() + 2000;
  const visits = Array.from({ length: 8 }, (_, seed) => makeEvents({ seed, created }).resolved);
  const done = receive(workspaceId, visits);
  while (quick.received.length < visits.length) {
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  expect(slow.received.length).toBeLessThanOrEqual(3);
  open();
  await done;
  expect(slow.received).toHaveLength(visits.length);
  expect((await log(workspaceId, id)).every(({ state }) => state === "sent")).toBe(true);
  await Promise.all([slow.close(), quick.close()]);
});

test("what does not answer, or never stops answering, is cut off", async () => {
  const hangs = await listenHttp(() => {});
  await expect(postGuarded(new URL(hangs.url), {}, "{}", 100)).rejects.toMatchObject({
    name: expect.stringMatching(/Abort|Timeout/),
  });
  const drips = await listenHttp((_, response) => {
    response.writeHead(200);
    const timer = setInterval(() => response.write("x".repeat(100)), 1);
    response.on("close", () => clearInterval(timer));
  });
  const answer = await postGuarded(new URL(drips.url), {}, "{}", 20_000);
  expect(answer).toMatchObject({ status: 200 });
  expect(answer.excerpt).toHaveLength(2_048);
  const silent = await listenHttp((_, response) => {
    response.writeHead(200).flushHeaders();
  });
  await expect(postGuarded(new URL(silent.url), {}, "{}", 100)).rejects.toThrow();
  await Promise.all([hangs.close(), drips.close(), silent.close()]);
});

describe("without leave to post to this machine", () => {
  beforeEach(() => {
    env().ALLOW_LOOPBACK_WEBHOOKS = false;
    return () => {
      env().ALLOW_LOOPBACK_WEBHOOKS = true;
    };
  });

  test.each([
    "http://example.com/hook",
    "https://127.0.0.1/hook",
    "https://0x7f.1/hook",
    "https://2130706433/hook",
    "https://localhost/hook",
    "https://[::1]/hook",
    "https://[::ffff:10.0.0.1]/hook",
    "https://169.254.169.254/latest/meta-data",
    "https://10.0.0.8/hook",
    "https://user:pass@example.com/hook",
    "ftp://example.com",
    "not a url",
  ])("%s is refused by the form", async (url) => {
    const { workspaceId, admin } = await makeTeam();
    const input = ruleInput({ app: false, webhook: { url } });
    await expect(createRule(workspaceId, admin, input)).rejects.toMatchObject({
      code: "invalid_request",
      detail: { field: "webhook" },
    });
    expect(await db().alertRule.count({ where: { workspaceId } })).toBe(0);
  });

  test("a name that leads to this machine is not connected to", async () => {
    const hook = await listenHttp();
    const { port } = new URL(hook.url);
    for (const host of ["localhost", "127.0.0.1"]) {
      const url = new URL(`http://${host}:${port}/hook`);
      await expect(postGuarded(url, {}, "{}")).rejects.toMatchObject({ name: "BlockedAddress" });
    }
    expect(hook.received).toHaveLength(0);
    await hook.close();
  });
});

test("a Slack webhook gets text and blocks, in which a visitor's words are harmless", async () => {
  const slack = await listenHttp();
  const { workspaceId, id, admin } = await makeRule({ app: false, slack: { url: slack.url } });
  const person = { fullName: "<!channel> *Eve* & <https://evil.example|Co>" };
  await receive(workspaceId, [makeEvents({ created: Date.now() + 2000, person }).enriched]);
  const { text, blocks } = JSON.parse(slack.received[0]?.body ?? "{}");
  expect(text).toContain("&lt;!channel&gt;");
  expect(blocks[0]).toMatchObject({ type: "section", text: { type: "mrkdwn" } });
  expect(JSON.stringify(blocks)).not.toContain("<!channel>");
  expect(JSON.stringify(blocks)).not.toContain("<https://evil.example");
  // The URL is the secret: it is neither shown nor asked for again.
  expect(JSON.stringify(await log(workspaceId, id))).not.toContain("/hook");
  await updateRule(workspaceId, admin, id, ruleInput({ app: false, slack: {} }));
  await receive(workspaceId, [makeEvents({ seed: 2, created: Date.now() + 2000 }).resolved]);
  expect(slack.received).toHaveLength(2);
  await slack.close();
});

test("the test button sends a sample at once and says what each channel answered", async () => {
  const hook = await listenHttp((_, response) => response.writeHead(500).end("out of order"));
  const slack = await listenHttp();
  const { workspaceId, id, admin } = await makeRule({
    ...{ email: true, slack: { url: slack.url }, webhook: { url: hook.url } },
  });
  const told = await testRule(workspaceId, admin, id);
  expect(told.map(({ kind, status, problem }) => ({ kind, status, problem }))).toEqual([
    { kind: "app", status: null, problem: null },
    {
      ...{ kind: "email", status: null },
      problem: "No mail server is set up. An operator has to set SMTP_URL.",
    },
    { kind: "slack", status: 204, problem: null },
    { kind: "webhook", status: 500, problem: "The server answered 500: out of order" },
  ]);
  expect(JSON.parse(hook.received[0]?.body ?? "{}")).toMatchObject({ type: "alert.test" });
  const rows = await log(workspaceId, id);
  expect(rows.every(({ isTest, state }) => isTest && state !== "pending")).toBe(true);
  await again();
  expect(hook.received).toHaveLength(1);
  const rep = { userId: "usr_rep", role: "rep" as const };
  await expect(testRule(workspaceId, rep, id)).rejects.toMatchObject({ code: "forbidden" });
  await Promise.all([hook.close(), slack.close()]);
});
