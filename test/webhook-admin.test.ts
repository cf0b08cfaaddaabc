import { createServer } from "node:http";
import { afterEach, describe, expect, test } from "vitest";
import { setClock } from "#lib/clock.ts";
import { db, sql } from "#lib/db/client.ts";
import { env } from "#lib/env.ts";
import { newId } from "#lib/ids.ts";
import { drainOnce } from "#lib/inbox/drain.ts";
import { getDelivery } from "#lib/inbox/ledger-queries.ts";
import { receiveDelivery } from "#lib/inbox/receive.ts";
import { createEndpoint, renameEndpoint, setEndpointDisabled } from "#lib/webhooks/endpoints.ts";
import { listEndpoints } from "#lib/webhooks/list-endpoints.ts";
import { forgetEndpoints } from "#lib/webhooks/live-endpoint.ts";
import { newWebhookSecret } from "#lib/webhooks/secret-format.ts";
import { createSecret, revokeSecret, rotateSecret } from "#lib/webhooks/secrets.ts";
import { ownOrigin, sendTestEvent } from "#lib/webhooks/send-test-event.ts";
import { signDelivery } from "#lib/webhooks/sign.ts";
import { withTestDatabase } from "./database.ts";
import { makeWorkspace } from "./workspace.ts";

withTestDatabase();

let restoreClock = () => {};
afterEach(() => {
  restoreClock();
  forgetEndpoints();
});

const HOUR = 3_600_000;

async function makeEndpoint(name = "Website") {
  const workspaceId = await makeWorkspace();
  return { workspaceId, ...(await createEndpoint(workspaceId, { name })) };
}

/** Posts a signed event to the door; the answer's status. */
async function post(endpointId: string, secret: string, derivation?: "raw") {
  const id = newId("msg");
  const body = JSON.stringify({ id, type: "foyer.test" });
  const timestampSeconds = Math.floor(Date.now() / 1000);
  const headers = signDelivery({
    id,
    timestampSeconds,
    body,
    secret,
    ...(derivation && { derivation }),
  });
  const read = new Headers(headers);
  const answer = await receiveDelivery(endpointId, (name) => read.get(name), Buffer.from(body));
  return answer.status;
}

/** Lets the database believe that the overlap of a rotation is over. */
async function letExpire(workspaceId: string) {
  await sql().query(
    `UPDATE webhook_secret SET "expiresAt" = now() - interval '1 second'
     WHERE "workspaceId" = $1 AND "expiresAt" IS NOT NULL`,
    [workspaceId],
  );
  forgetEndpoints();
}

const actions = async (workspaceId: string) =>
  (await db().auditEntry.findMany({ where: { workspaceId }, orderBy: { id: "asc" } })).map(
    (entry) => entry.action,
  );

describe("endpoint", () => {
  test("takes what is signed with its first secret, read either way, and nothing else", async () => {
    const { endpoint, secret } = await makeEndpoint();
    expect(endpoint.id).toMatch(/^whe_[a-z0-9]{24}$/);
    expect(await post(endpoint.id, secret)).toBe(204);
    expect(await post(endpoint.id, secret, "raw")).toBe(204);
    expect(await post(endpoint.id, newWebhookSecret())).toBe(401);
  });

  test("is closed at once when disabled and open again when enabled", async () => {
    const { workspaceId, endpoint, secret } = await makeEndpoint();
    expect(await post(endpoint.id, secret)).toBe(204);
    await setEndpointDisabled(workspaceId, endpoint.id, true);
    expect(await post(endpoint.id, secret)).toBe(401);
    await setEndpointDisabled(workspaceId, endpoint.id, false);
    expect(await post(endpoint.id, secret)).toBe(204);
  });

  test("has an id that no other workspace can take, also not at the same moment", async () => {
    const [one, two] = [await makeWorkspace(), await makeWorkspace()];
    const id = newId("whe");
    const made = await Promise.allSettled([
      createEndpoint(one, { name: "One", id }),
      createEndpoint(two, { name: "Two", id }),
    ]);
    expect(made.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    await expect(createEndpoint(two, { name: "Two", id })).rejects.toMatchObject({
      code: "conflict",
    });
  });

  test.each([
    ["", undefined],
    ["x".repeat(101), undefined],
    ["Website", "a/b"],
  ])("is refused under the name %j and the id %j", async (name, id) => {
    const workspaceId = await makeWorkspace();
    const wanted = createEndpoint(workspaceId, { name, ...(id && { id }) });
    await expect(wanted).rejects.toMatchObject({ code: "invalid_request" });
    expect(await listEndpoints(workspaceId)).toEqual([]);
  });

  test("belongs to its workspace alone", async () => {
    const { workspaceId, endpoint, secret } = await makeEndpoint();
    const other = await makeWorkspace();
    const [{ secrets } = { secrets: [] }] = await listEndpoints(workspaceId);
    const notFound = { code: "not_found" };
    await expect(renameEndpoint(other, endpoint.id, "Mine")).rejects.toMatchObject(notFound);
    await expect(setEndpointDisabled(other, endpoint.id, true)).rejects.toMatchObject(notFound);
    await expect(createSecret(other, endpoint.id)).rejects.toMatchObject(notFound);
    await expect(rotateSecret(other, endpoint.id, 0)).rejects.toMatchObject(notFound);
    await expect(revokeSecret(other, secrets[0]?.id ?? "")).rejects.toMatchObject(notFound);
    await expect(sendTestEvent(other, endpoint.id)).rejects.toMatchObject(notFound);
    expect(await listEndpoints(other)).toEqual([]);
    expect(await post(endpoint.id, secret)).toBe(204);
  });
});

describe("secret", () => {
  test("of before a rotation works within the overlap and not after it", async () => {
    const { workspaceId, endpoint, secret: old } = await makeEndpoint();
    const { secret: fresh } = await rotateSecret(workspaceId, endpoint.id, 24);
    expect([await post(endpoint.id, old), await post(endpoint.id, fresh)]).toEqual([204, 204]);
    const [info] = await listEndpoints(workspaceId);
    expect(info?.secrets.map(({ state }) => state)).toEqual(["live", "expiring"]);
    const left = new Date(info?.secrets[1]?.expiresAt ?? 0).getTime() - Date.now();
    expect(Math.abs(left - 24 * HOUR)).toBeLessThan(60_000);
    await letExpire(workspaceId);
    expect([await post(endpoint.id, old), await post(endpoint.id, fresh)]).toEqual([401, 204]);
  });

  test("expires by itself in a process that still has it in its cache", async () => {
    const { workspaceId, endpoint, secret: old } = await makeEndpoint();
    await rotateSecret(workspaceId, endpoint.id, 1);
    const real = Date.now();
    expect(await post(endpoint.id, old)).toBe(204);
    restoreClock = setClock(() => real + HOUR + 60_000);
    expect(await post(endpoint.id, old)).toBe(401);
  });

  test("of before a rotation without overlap ends at once, and a longer life is never given", async () => {
    const { workspaceId, endpoint, secret: first } = await makeEndpoint();
    const { secret: second } = await rotateSecret(workspaceId, endpoint.id, 1);
    await rotateSecret(workspaceId, endpoint.id, 168);
    const [info] = await listEndpoints(workspaceId);
    const lives = info?.secrets.map(({ expiresAt }) =>
      expiresAt === null ? null : Math.round((new Date(expiresAt).getTime() - Date.now()) / HOUR),
    );
    expect(lives).toEqual([null, 168, 1]);
    await rotateSecret(workspaceId, endpoint.id, 0);
    expect([await post(endpoint.id, first), await post(endpoint.id, second)]).toEqual([401, 401]);
  });

  test("ends at once when revoked, while the others live on", async () => {
    const { workspaceId, endpoint, secret: first } = await makeEndpoint();
    const second = await createSecret(workspaceId, endpoint.id);
    expect(await post(endpoint.id, second.secret)).toBe(204);
    await revokeSecret(workspaceId, second.id, null);
    expect(await post(endpoint.id, second.secret)).toBe(401);
    expect(await post(endpoint.id, first)).toBe(204);
    await expect(revokeSecret(workspaceId, second.id)).rejects.toMatchObject({ code: "not_found" });
  });

  test("may be the sender's own; white space around it is no part of it", async () => {
    const { workspaceId, endpoint } = await makeEndpoint();
    const theirs = newWebhookSecret();
    await rotateSecret(workspaceId, endpoint.id, 0, { given: ` ${theirs}\n` });
    expect(await post(endpoint.id, theirs)).toBe(204);
    await expect(createSecret(workspaceId, endpoint.id, theirs)).rejects.toMatchObject({
      code: "conflict",
    });
  });

  test.each(["", "whsec_", "whsec_tooshort", "sk_live_1234", `whsec_${"A".repeat(44)}x`])(
    "is refused when %j is pasted, and nothing changes",
    async (given) => {
      const { workspaceId, endpoint, secret } = await makeEndpoint();
      const refused = { code: "invalid_request", detail: { field: "secret" } };
      await expect(createSecret(workspaceId, endpoint.id, given)).rejects.toMatchObject(refused);
      await expect(rotateSecret(workspaceId, endpoint.id, 0, { given })).rejects.toMatchObject(
        refused,
      );
      expect(await post(endpoint.id, secret)).toBe(204);
      expect(await actions(workspaceId)).toEqual(["webhook_endpoint.created"]);
    },
  );

  test("is kept encrypted, and never more than five live at once", async () => {
    const { workspaceId, endpoint, secret } = await makeEndpoint();
    const [stored] = await db().webhookSecret.findMany({ where: { workspaceId } });
    expect(Buffer.from(stored?.ciphertext ?? []).includes(secret.slice(6, 20))).toBe(false);
    for (let i = 0; i < 4; i++) await createSecret(workspaceId, endpoint.id);
    await expect(createSecret(workspaceId, endpoint.id)).rejects.toMatchObject({
      code: "conflict",
    });
    await rotateSecret(workspaceId, endpoint.id, 0);
    await createSecret(workspaceId, endpoint.id);
  });
});

test("the list tells what came in, and the audit log who changed what", async () => {
  const { workspaceId, endpoint, secret } = await makeEndpoint();
  await createEndpoint(workspaceId, { name: "Quiet" });
  await post(endpoint.id, secret);
  await post(endpoint.id, secret);
  while ((await drainOnce()) > 0);
  await renameEndpoint(workspaceId, endpoint.id, " Shop ", "usr_ada");
  await rotateSecret(workspaceId, endpoint.id, 0, { actorId: "usr_ada" });
  const [shop, quiet] = await listEndpoints(workspaceId);
  expect(shop).toMatchObject({ name: "Shop", disabledAt: null, recent: { ignored: 2 } });
  expect(Date.now() - new Date(shop?.lastReceivedAt ?? 0).getTime()).toBeLessThan(60_000);
  expect(shop?.secrets[1]).toMatchObject({ hint: secret.slice(-4), lastDerivation: "decoded" });
  expect(quiet).toMatchObject({ lastReceivedAt: null, recent: {} });
  expect((await actions(workspaceId)).slice(2)).toEqual([
    "webhook_endpoint.renamed",
    "webhook_secret.rotated",
  ]);
  expect(JSON.stringify(await db().auditEntry.findMany({}))).not.toContain(secret);
});

describe("test event", () => {
  test("goes over HTTP to the door and is found in the ledger, ignored", async () => {
    const { workspaceId, endpoint } = await makeEndpoint();
    const server = createServer(async (request, response) => {
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(chunk);
      const { status } = await receiveDelivery(
        request.url?.split("/").at(-1) ?? "",
        (name) => request.headers[name],
        Buffer.concat(chunks),
      );
      response.writeHead(status).end();
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const address = server.address();
    if (address && typeof address === "object") env().PORT = address.port;
    try {
      const { status, deliveryId } = await sendTestEvent(workspaceId, endpoint.id);
      expect(status).toBe(204);
      while ((await drainOnce()) > 0);
      expect(await getDelivery(workspaceId, deliveryId ?? "")).toMatchObject({
        type: "foyer.test",
        state: "ignored",
        reason: "test",
      });
      await setEndpointDisabled(workspaceId, endpoint.id, true);
      await expect(sendTestEvent(workspaceId, endpoint.id)).rejects.toMatchObject({
        code: "conflict",
      });
    } finally {
      await new Promise((resolve) => server.close(resolve));
    }
  });

  test.each([
    ["0.0.0.0", "http://127.0.0.1:3000"],
    ["::", "http://127.0.0.1:3000"],
    ["10.1.2.3", "http://10.1.2.3:3000"],
    ["fd00::1", "http://[fd00::1]:3000"],
  ])("of a server bound to %s goes to %s", (HOSTNAME, origin) => {
    expect(ownOrigin({ HOSTNAME, PORT: 3000 })).toBe(origin);
  });
});
