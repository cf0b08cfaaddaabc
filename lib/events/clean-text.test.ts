import { describe, expect, it } from "vitest";
import type { Json } from "#lib/json.ts";
import { cleanJson, cleanText } from "./clean-text.ts";

const parse = (text: string): Json => JSON.parse(text);

describe("cleanText", () => {
  it.each([
    ["a\0b", "a\uFFFDb"],
    ["\uD83D", "\uFFFD"],
    ["x\uDE00y\uD83D", "x\uFFFDy\uFFFD"],
    ["\uD83D\0\uDE00", "\uFFFD\uFFFD\uFFFD"],
    ["plain", "plain"],
    ["😀 zoë", "😀 zoë"],
    ["", ""],
  ])("%j", (text, expected) => expect(cleanText(text)).toBe(expected));
});

describe("cleanJson", () => {
  it("replaces deep in values and keys", () => {
    const dirty = parse('{"a":[{"b\\u0000":"x\\ud800"}],"c":{"d":"\\u0000"},"e":1}');
    expect(cleanJson(dirty)).toEqual({
      a: [{ "b\uFFFD": "x\uFFFD" }],
      c: { d: "\uFFFD" },
      e: 1,
    });
  });

  it("gives a clean payload back as it is", () => {
    const clean = parse('{"a":[1,null,{"b":"😀"}],"c":false}');
    expect(cleanJson(clean)).toBe(clean);
  });

  it("leaves its input alone", () => {
    const dirty = { a: ["\0"] };
    cleanJson(dirty);
    expect(dirty).toEqual({ a: ["\0"] });
  });

  it("drops __proto__ keys and pollutes nothing", () => {
    const cleaned = cleanJson(parse('{"a":{"__proto__":{"isAdmin":true},"b":1}}'));
    expect(cleaned).toEqual({ a: { b: 1 } });
    expect(JSON.stringify(cleaned)).toBe('{"a":{"b":1}}');
    expect("isAdmin" in {}).toBe(false);
  });

  it.each([null, true, 3, "x", [], {}])("passes %j", (value) =>
    expect(cleanJson(value)).toBe(value),
  );
});
