import { expect, test } from "vitest";
import { now, setClock } from "#lib/clock.ts";
import { db, sql } from "#lib/db/client.ts";
import { receiveDelivery } from "#lib/inbox/receive.ts";
import { DEFAULT_GATE, type Gate } from "#lib/privacy/gate.ts";
import { gateInput } from "#lib/privacy/gate-input.ts";
import { getPrivacySettings, saveGate } from "#lib/privacy/settings.ts";
import {
  addSuppression,
  lookUpSuppression,
  parseSuppressed,
  removeSuppression,
} from "#lib/privacy/suppression-list.ts";
import { checkWorkspace } from "#lib/rebuild/rebuild.ts";
import { createEndpoint } from "#lib/webhooks/endpoints.ts";
import { forgetEndpoints } from "#lib/webhooks/live-endpoint.ts";
import { signDelivery } from "#lib/webhooks/sign.ts";
import { withTestDatabase } from "#test/database.ts";
import { makeEvents } from "#test/fixtures/events.ts";
import { readSamples } from "#test/fixtures/samples.ts";
import { findTraces } from "#test/privacy-traces.ts";
import { drainAll, makeWorkspace } from "#test/workspace.ts";

withTestDatabase();

async function openDoor(gate?: Partial<Gate>) {
  const workspaceId = await makeWorkspace();
  if (gate) await saveGate(workspaceId, "admin", { ...DEFAULT_GATE, ...gate });
  const { endpoint, secret } = await createEndpoint(workspaceId, { name: "Website" });
  let sent = 0;
  const send = async (text: string, id = `msg_${workspaceId}_${sent++}`) => {
    const body = new TextEncoder().encode(text);
    const timestampSeconds = Math.floor(now() / 1000);
    const headers: Record<string, string> = {
      ...signDelivery({ id, timestampSeconds, body, secret }),
    };
    return receiveDelivery(endpoint.id, (name) => headers[name], body);
  };
  const rows = () => db().delivery.findMany({ where: { workspaceId }, orderBy: { id: "asc" } });
  const bodies = async () => {
    const found = await sql().query(
      `SELECT convert_from("body", 'UTF8') AS body FROM delivery_body WHERE "workspaceId" = $1
       ORDER BY "deliveryId"`,
      [workspaceId],
    );
    return found.map(({ body }) => String(body));
  };
  return { workspaceId, send, rows, bodies };
}
const { resolved, enriched } = makeEvents({ seed: 3 });
const NO_EXTRAS = { dropFields: [] } as const;

test("by default home ownership, children and marriage are not stored, and all else is", async () => {
  const { workspaceId, send, rows, bodies } = await openDoor();
  expect(await send(JSON.stringify(resolved), "msg_gate")).toMatchObject({ status: 204 });
  const expected = JSON.stringify(resolved)
    .replace('"isHomeowner":true', '"isHomeowner":null')
    .replace('"hasChildren":false', '"hasChildren":null');
  expect(expected).not.toBe(JSON.stringify(resolved));
  expect(await bodies()).toEqual([expected]);
  const [row] = await rows();
  expect(row).toMatchObject({ state: "pending", removed: ["homeowner", "children"] });
  expect(row?.bytes).toBe(JSON.stringify(resolved).length);
  // The hash is that of the body as it came: the same one is a repeat, another one a conflict.
  await send(JSON.stringify(resolved), "msg_gate");
  expect(await rows()).toMatchObject([{ conflict: false }]);
  await send(`${JSON.stringify(resolved)} `, "msg_gate");
  expect(await rows()).toMatchObject([{ conflict: true }]);
  await drainAll();
  expect(await rows()).toMatchObject([{ state: "projected", removed: ["homeowner", "children"] }]);
  const { tables } = await checkWorkspace(sql(), workspaceId);
  expect(tables.filter(({ isEqual }) => !isEqual)).toEqual([]);
});

test("what holds none of them stays as it was signed, byte for byte", async () => {
  const { send, rows, bodies } = await openDoor();
  const texts = [
    `\n{ "id" : "evt_1", "type": "x", "n": 1.50, "n": 2e0 }`,
    ...readSamples().map(({ payload }) => JSON.stringify(payload, null, 3)),
  ];
  for (const text of texts) await send(text);
  expect(await bodies()).toEqual(texts);
  expect((await rows()).every(({ removed }) => removed.length === 0)).toBe(true);
});

test.each<[string, Partial<Gate>]>([
  ["the Union", { dropEu: true }],
  ["a country", { dropCountries: ["PT"] }],
])("%s: the row is kept, nothing of the body", async (_, gate) => {
  const { workspaceId, send, rows, bodies } = await openDoor(gate);
  const text = JSON.stringify(resolved);
  expect(await send(text, "msg_gated")).toMatchObject({ status: 204 });
  expect(await send(text, "msg_gated")).toMatchObject({ status: 204 });
  const [row, ...others] = await rows();
  expect(others).toEqual([]);
  expect(row).toMatchObject({
    ...{ state: "ignored", reason: "gated", type: "identity.resolved", conflict: false },
    bytes: text.length,
  });
  expect(await bodies()).toEqual([]);
  expect(await db().deliveryQueue.count({ where: { workspaceId } })).toBe(0);
  await drainAll();
  const { linkedinUrl, emails } = resolved.data.identity as unknown as {
    linkedinUrl: string;
    emails: { value: string }[];
  };
  expect(await findTraces(workspaceId, [linkedinUrl, ...emails.map(({ value }) => value)])).toEqual(
    [],
  );
  // A stale one is not quarantined either.
  const restore = setClock(() => Date.now() + 3_600_000);
  forgetEndpoints();
  const late = await send(text, "msg_late").finally(restore);
  expect(late.status).toBe(204);
  expect((await rows()).map(({ reason }) => reason)).toEqual(["gated", "gated"]);
});

test("gates look at network, stated place, profile and tenant; what says nothing comes in", async () => {
  const { send, rows } = await openDoor({ dropEu: true, dropTenants: ["ws_out"], ...NO_EXTRAS });
  const of = (data: object) => JSON.stringify({ id: `evt_${Math.random()}`, type: "x", data });
  const person = (location: object) => ({ enrichment: { person: { location } } });
  const network = (value: object) => ({ session: { network: value } });
  const gated = [
    network({ isEU: true, country: "US" }),
    network({ country: "de" }),
    { identity: { location: { country: "Germany" } } },
    person({ countryCode: "FR" }),
    person({ country: "Czech Republic" }),
    { session: { tenant: "ws_out" } },
  ];
  const open = [network({ isEU: false, country: "GB" }), person({ country: "Nowhere" }), {}, []];
  for (const data of [...gated, ...open]) await send(of(data));
  expect((await rows()).map(({ reason }) => reason)).toEqual([
    ...gated.map(() => "gated"),
    ...open.map(() => null),
  ]);
});

test("a gate costs no statement of its own and holds at once", async () => {
  const { workspaceId, send, rows } = await openDoor();
  await send(JSON.stringify(enriched));
  const query = sql().query.bind(sql());
  let asked = 0;
  Object.assign(sql(), {
    query: (text: string, values?: unknown[]) => {
      if (text.includes("privacy_settings")) asked += 1;
      return query(text, values);
    },
  });
  for (let i = 0; i < 5; i++) await send(JSON.stringify(resolved));
  Object.assign(sql(), { query });
  expect(asked).toBeLessThanOrEqual(1);
  await saveGate(workspaceId, "admin", { ...DEFAULT_GATE, dropEu: true });
  await send(JSON.stringify(resolved));
  expect((await rows()).at(-1)).toMatchObject({ reason: "gated" });
  expect((await getPrivacySettings(workspaceId)).gate).toEqual({ ...DEFAULT_GATE, dropEu: true });
});

test("countries are typed as codes or names; nonsense is refused in words", () => {
  const typed = { dropEu: false, dropTenants: [], dropFields: ["homeowner", "nonsense"] };
  expect(gateInput.parse({ ...typed, dropCountries: ["ch", "Germany", "CH", "uk"] })).toMatchObject(
    {
      ...{ dropCountries: ["CH", "DE", "GB"], dropFields: ["homeowner"] },
    },
  );
  expect(gateInput.safeParse({ ...typed, dropCountries: ["Atlantis"] }).success).toBe(false);
  expect(gateInput.safeParse({ ...typed, dropCountries: ["QX"] }).success).toBe(false);
});

test("the suppression list can be asked, added to and taken from, and names nobody", async () => {
  const { workspaceId, send, rows } = await openDoor(NO_EXTRAS);
  const email = parseSuppressed(" Never.Here@Acme.example ");
  const url = parseSuppressed("www.linkedin.com/in/Never-Here/?x=1");
  expect(() => parseSuppressed("nobody")).toThrow("neither");
  expect(await lookUpSuppression(workspaceId, email)).toBeNull();
  await addSuppression(workspaceId, "admin", email);
  await addSuppression(workspaceId, "admin", url);
  await expect(addSuppression(workspaceId, "admin", email)).rejects.toMatchObject({
    code: "conflict",
  });
  expect(await lookUpSuppression(workspaceId, email)).toBeInstanceOf(Date);
  expect(await findTraces(workspaceId, ["never.here", "never-here"])).toEqual([]);
  const { resolved: event } = makeEvents({ seed: 9, linkedin: null, emails: [email.value] });
  await send(JSON.stringify(event));
  await drainAll();
  expect((await rows()).at(-1)).toMatchObject({ state: "ignored", reason: "suppressed" });
  await removeSuppression(workspaceId, "admin", email);
  await expect(removeSuppression(workspaceId, "admin", email)).rejects.toMatchObject({
    code: "not_found",
  });
  await send(JSON.stringify({ ...event, id: "evt_again" }));
  await drainAll();
  expect((await rows()).at(-1)).toMatchObject({ state: "projected" });
  // Who is known by it is to be erased, not merely kept out.
  await expect(addSuppression(workspaceId, "admin", email)).rejects.toMatchObject({
    code: "conflict",
  });
  const actions = await db().auditEntry.findMany({
    where: { workspaceId, action: { startsWith: "privacy.s" } },
  });
  expect(actions.map(({ detail }) => JSON.stringify(detail)).sort()).toEqual([
    '{"kind":"email"}',
    '{"kind":"linkedin"}',
  ]);
});
