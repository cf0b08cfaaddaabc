import { describe, expect, it } from "vitest";
import { z } from "zod";
import { makeEvents } from "#test/fixtures/events.ts";
import { findDrift } from "./drift.ts";
import { EVENTS } from "./registry.ts";
import { openWord } from "./schema/scalar.ts";

const schema = z.object({
  data: z.object({
    word: openWord("one", "two").nullish(),
    list: z.array(z.object({ word: openWord("one") })).nullable(),
    map: z.record(z.string(), z.unknown()),
  }),
});

describe("findDrift", () => {
  it("names unknown fields and words once each", () => {
    const value = {
      extra: {},
      data: {
        word: "three",
        list: [
          { word: "one", a: 1 },
          { word: "six", a: 2 },
        ],
        map: { anything: { goes: 1 } },
      },
    };
    expect(findDrift(schema, value)).toEqual([
      "extra",
      "data.word=three",
      "data.list[].a",
      "data.list[].word=six",
    ]);
  });

  it("finds nothing where everything is known", () => {
    expect(findDrift(schema, { data: { word: null, list: null, map: {} } })).toEqual([]);
    for (const event of Object.values(makeEvents())) {
      expect(findDrift(EVENTS[event.type].schema, event)).toEqual([]);
    }
  });

  it("does not take inherited names for known fields", () => {
    expect(findDrift(schema, { constructor: 1, toString: 2 })).toEqual(["constructor", "toString"]);
  });

  it("is bounded in number and length", () => {
    const many = Object.fromEntries(Array.from({ length: 500 }, (_, i) => [`k${i}`, 1]));
    expect(findDrift(schema, many)).toHaveLength(200);
    const [path = ""] = findDrift(schema, { [`${"x".repeat(198)}😀${"x".repeat(300)}`]: 1 });
    expect(path).toBe(`${"x".repeat(198)}…`);
  });

  it("looks into the real events", () => {
    const { validated, resolved } = makeEvents();
    validated.data.validations = [{ email: "a@b.example", validity: "greylisted" }];
    expect(findDrift(EVENTS[validated.type].schema, validated)).toEqual([
      "data.validations[].validity=greylisted",
    ]);
    resolved.data.identity = { newField: 1, emails: [{ value: "a@b.example", type: "school" }] };
    expect(findDrift(EVENTS[resolved.type].schema, resolved)).toEqual([
      "data.identity.newField",
      "data.identity.emails[].type=school",
    ]);
  });
});
