import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isJsonObject, type Json } from "#lib/json.ts";
import { makeEvents } from "#test/fixtures/events.ts";
import { withChange } from "#test/fixtures/leaves.ts";
import { readSamples, sampleFolder } from "#test/fixtures/samples.ts";
import { contributionOf } from "./read-event.ts";
import { EVENT_TYPES } from "./registry.ts";

const META = { webhookId: "msg_1", hash: "hash" };
const { resolved } = makeEvents();
const read = (change: Record<string, Json>) => contributionOf({ ...resolved, ...change }, META);

describe("the envelope", () => {
  it("takes the webhook id where the event has none", () => {
    const { id: _id, ...rest } = resolved;
    for (const payload of [rest, { ...rest, id: null }, { ...rest, id: "" }]) {
      expect(contributionOf(payload, META)).toMatchObject({ contribution: { eventId: "msg_1" } });
    }
  });

  it.each(["2026-03-02T09:15:00Z", "2026-03-02T10:15:00.000+01:00", "2026-03-02T09:15:00.000000"])(
    "reads the SDK's timestamp %s",
    (timestamp) => {
      const { created: _created, ...rest } = resolved;
      expect(contributionOf({ ...rest, timestamp }, META)).toMatchObject({
        contribution: { occurredAt: resolved.created },
      });
      expect(read({ created: timestamp })).toMatchObject({ ok: true });
    },
  );

  it.each<Json>([
    1739571907,
    2 ** 60,
    Number.POSITIVE_INFINITY,
    Number.NaN,
    -1,
    1739571907210.5,
    "1739571907210",
    "soon",
    "1999-12-31T23:59:59Z",
    true,
  ])("refuses the time %s", (created) => {
    expect(read({ created })).toMatchObject({
      ok: false,
      reason: "invalid_shape",
      occurredAt: null,
      eventId: resolved.id,
      issues: [{ path: "created" }],
    });
  });

  it("refuses impossible times inside", () => {
    for (const at of [123, 2 ** 60, Number.POSITIVE_INFINITY, 253_402_300_800_000]) {
      for (const field of ["createdAt", "endedAt"]) {
        const payload = withChange(resolved, ["data", "session", field], at);
        expect(contributionOf(payload, META)).toMatchObject({
          issues: [{ path: `data.session.${field}` }],
        });
      }
    }
  });

  it.each(["identity.merged", "", "constructor", "__proto__"])("does not know %j", (type) => {
    expect(read({ type })).toEqual({
      ok: false,
      reason: "unknown_type",
      type,
      eventId: resolved.id,
      occurredAt: resolved.created,
    });
  });

  it("cuts an absurd type and an absurd id", () => {
    const reading = read({ type: "x".repeat(9999), id: "y".repeat(9999) });
    expect(reading).toMatchObject({ type: "x".repeat(128), eventId: null });
    expect(read({ id: "y".repeat(257) })).toMatchObject({ ok: false, issues: [{ path: "id" }] });
  });

  it.each<Json>([null, 1, "x", [], {}, [{}], { type: null }])("refuses %j", (payload) => {
    expect(contributionOf(payload, META)).toMatchObject({ reason: "invalid_shape", type: null });
  });
});

describe("any JSON", () => {
  it("never throws, and is read the same way twice", () => {
    const anything = fc.record({
      type: fc.constantFrom(...EVENT_TYPES),
      created: fc.oneof(fc.constant(resolved.created), fc.jsonValue()),
      data: fc.oneof(fc.jsonValue(), fc.constant(resolved.data)),
    });
    fc.assert(
      fc.property(anything, (value) => {
        const payload: Json = JSON.parse(JSON.stringify(value));
        expect(contributionOf(payload, META)).toEqual(contributionOf(payload, META));
      }),
      { numRuns: 300 },
    );
  });

  it("stores no NUL, no lone surrogate, and pollutes nothing", () => {
    const text = JSON.stringify(resolved)
      .replaceAll("Noor", "No\\u0000or\\ud83d")
      .replace('"session":{', '"session":{"__proto__":{"isAdmin":true},');
    const reading = contributionOf(JSON.parse(text), META);
    expect(reading).toMatchObject({
      contribution: { visitor: { firstName: { value: "No\uFFFDor\uFFFD" } } },
    });
    expect(JSON.stringify(reading)).not.toMatch(/\\u0000|\\ud83d|isAdmin/);
    expect("isAdmin" in {}).toBe(false);
  });
});

describe("the sender's samples", () => {
  it.skipIf(!sampleFolder())("are all read without drift", () => {
    const samples = readSamples();
    expect(samples.map(({ payload }) => isJsonObject(payload) && payload.type).sort()).toEqual(
      [...EVENT_TYPES].sort(),
    );
    for (const { name, payload } of samples) {
      const reading = contributionOf(payload, META);
      expect(reading, name).toMatchObject({ ok: true, drift: [] });
    }
  });
});
