import { describe, expect, test } from "vitest";
import { db } from "#lib/db/client.ts";
import { makeEvents } from "#test/fixtures/events.ts";
import { drainAll } from "#test/workspace.ts";
import { DOORS } from "./doors.ts";
import { listLedger, openMailbox, post, storedBody, withDoors } from "./harness.ts";

withDoors();

/** Nothing that the default gate leaves out: what is stored is what was sent. */
const { resolved } = JSON.parse(
  JSON.stringify(makeEvents()).replace(/"(isHomeowner|hasChildren)":\w+/g, '"$1":null'),
) as ReturnType<typeof makeEvents>;
/** A good event with its text changed: some of this cannot be written by JSON.stringify. */
const edited = (from: string | RegExp, to: string) => {
  const text = JSON.stringify(resolved);
  const result = text.replace(from, to);
  if (result === text) throw new Error(`nothing to replace by ${to}`);
  return result;
};
const created = `"created":${resolved.created}`;

describe.each(DOORS)("$name: 204, and then", (door) => {
  test.each<[string, string]>([
    ["an event", JSON.stringify(resolved)],
    ["a BOM before it", `\uFEFF${JSON.stringify(resolved)}`],
    ["duplicate keys", edited(created, `"created":0,"created":1,${created}`)],
    ["__proto__ in places", edited('"data":{', '"__proto__":{"id":1},"data":{"__proto__":[],')],
    ["unknown numbers beyond a double", edited('"data":{', '"data":{"big":1e400,"n":-1e400,')],
    ["2^60", edited('"data":{', '"data":{"big":1152921504606846977,')],
    ["an unknown field of 5,000 letters", edited('"data":{', `"data":{"${"k".repeat(5000)}":1,`)],
    ["an ISO time", edited(created, '"created":"2026-03-02T09:15:00.000Z"')],
    ["no id: the webhook's stands in", edited(/"id":"[^"]*",/, "")],
  ])("%s is projected", async (_name, body) => {
    const mailbox = await openMailbox();
    expect((await post(door, mailbox, { body })).status).toBe(204);
    await drainAll();
    expect(await listLedger(mailbox)).toMatchObject([{ state: "projected", reason: null }]);
    const { workspaceId } = mailbox;
    expect(await db().visitor.count({ where: { workspaceId } })).toBe(1);
  });

  test.each<[string, string]>([
    ["2^60 as its time", '"created":1152921504606846977'],
    ["1e400 as its time", '"created":1e400'],
    ["a time before all visits", '"created":-1'],
    ["seconds as its time", '"created":1772442900'],
    ["half a millisecond", '"created":1772442900000.5'],
    ["the 31st of February", '"created":"2026-02-31T09:15:00Z"'],
    ["the 13th month", '"created":"2026-13-01T09:15:00Z"'],
    ["hour 25", '"created":"2026-03-02T25:15:00Z"'],
    ["year 275760", '"created":8640000000000000'],
    ["no time", '"created":null'],
    ["an object as its time", '"created":{"$gt":0}'],
  ])("an event with %s is quarantined", async (_name, time) => {
    const mailbox = await openMailbox();
    const body = edited(created, time);
    expect((await post(door, mailbox, { body })).status).toBe(204);
    await drainAll();
    expect(await listLedger(mailbox)).toMatchObject([
      { state: "quarantined", reason: "invalid_shape", type: resolved.type, occurredAt: null },
    ]);
    expect((await storedBody(mailbox)).toString()).toBe(body);
  });

  test.each<[string, string]>([
    ["a scalar", "1"],
    ["null", "null"],
    ["a list", "[]"],
    ["an empty object", "{}"],
    ["a known type and nothing else", `{"type":"${resolved.type}"}`],
    ["data that is a list", edited(/"data":\{.*\}/, '"data":[]}')],
    ["an id of 10,000 letters", edited(resolved.id, "x".repeat(10_000))],
    ["an id that is a number", edited(`"${resolved.id}"`, "7")],
  ])("%s is quarantined", async (_name, body) => {
    const mailbox = await openMailbox();
    expect((await post(door, mailbox, { body })).status).toBe(204);
    await drainAll();
    expect(await listLedger(mailbox)).toMatchObject([
      { state: "quarantined", reason: "invalid_shape" },
    ]);
  });

  test.each(["door.test", "constructor", "__proto__", "identity.resolved ", "t".repeat(129)])(
    "the unknown type %s is ignored",
    async (type) => {
      const mailbox = await openMailbox();
      expect((await post(door, mailbox, { body: JSON.stringify({ type }) })).status).toBe(204);
      await drainAll();
      expect(await listLedger(mailbox)).toMatchObject([
        { state: "ignored", reason: "unknown_type", type: type.slice(0, 128) },
      ]);
    },
  );

  test.each<[string, string, string]>([
    ["NUL", "\\u0000", "\uFFFD"],
    ["a lone surrogate", "\\ud83d", "\uFFFD"],
    ["emoji", "\\ud83d\\ude80👩‍🚀", "🚀👩‍🚀"],
  ])("%s in a name is projected, and the bytes are kept", async (_name, written, shown) => {
    const mailbox = await openMailbox();
    const body = edited(/"firstName":"[^"]*"/, `"firstName":"Ada${written}"`);
    expect((await post(door, mailbox, { body })).status).toBe(204);
    await drainAll();
    expect(await listLedger(mailbox)).toMatchObject([{ state: "projected" }]);
    const { workspaceId } = mailbox;
    expect(await db().visitor.findMany({ where: { workspaceId } })).toMatchObject([
      {
        firstName: `Ada${shown}`,
        facts: { fields: { firstName: [`Ada${shown}`, expect.any(Number)] } },
      },
    ]);
    expect((await storedBody(mailbox)).toString()).toBe(body);
  });
});
