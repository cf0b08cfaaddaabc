import { Readable } from "node:stream";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type BodyProblem, parseBody } from "./parse-body.ts";
import { readCapped } from "./read-body.ts";

const parse = (text: string) => parseBody(Buffer.from(text));
const refused = (reason: BodyProblem) => ({ ok: false, reason });

/** Values in a parsed body, counted the slow way. */
function countNodes(value: unknown): number {
  if (typeof value !== "object" || value === null) return 1;
  return Object.values(value).reduce((sum: number, inner) => sum + countNodes(inner), 1);
}

describe("parseBody", () => {
  it("reads what JSON.parse reads", () => {
    fc.assert(
      fc.property(fc.json({ noUnicodeString: false, maxDepth: 6 }), (text) => {
        // Such keys are dropped on purpose; what becomes of them has its own test.
        fc.pre(!text.includes("__proto__"));
        const spaced = JSON.stringify(JSON.parse(text), null, 2);
        for (const each of [text, spaced, `\uFEFF${text}`])
          expect(parse(each)).toEqual({ ok: true, value: JSON.parse(text) });
      }),
    );
  });
  it("refuses what is no UTF-8, also inside a string", () => {
    for (const bytes of [[0xff], [0x22, 0xc3, 0x22], [0x22, 0xed, 0xa0, 0x80, 0x22]])
      expect(parseBody(Buffer.from(bytes))).toEqual(refused("not_utf8"));
  });
  it.each(["", " ", "{", "nul", '{"a":1}x', "\uFEFF\uFEFF1", "[1,]", "]]]]", '"\\', "NaN", "'a'"])(
    "refuses %j as no JSON",
    (text) => expect(parse(text)).toEqual(refused("not_json")),
  );
  it("takes 64 levels, not 65, of any container; brackets in strings do not count", () => {
    const arrays = (depth: number) => "[".repeat(depth) + "]".repeat(depth);
    const objects = (depth: number) => `${'{"a":'.repeat(depth)}1${"}".repeat(depth)}`;
    for (const nest of [arrays, objects]) {
      expect(parse(nest(64)).ok).toBe(true);
      expect(parse(nest(65))).toEqual(refused("too_deep"));
      expect(parse(nest(10_000))).toEqual(refused("too_deep"));
    }
    expect(parse("[".repeat(1_000_000))).toEqual(refused("too_deep"));
    expect(parse(`["${"[{".repeat(100)}", "\\"[[", "\\\\", "${"[".repeat(65)}"]`).ok).toBe(true);
    expect(parse(`[${"[],".repeat(100)}1]`).ok).toBe(true);
  });
  it("takes 50,000 values, not 50,001", () => {
    const list = (nodes: number, each: string) =>
      `[${Array(nodes - 1)
        .fill(each)
        .join(" ,\n")}]`;
    for (const each of ["1", '"a,b"', "[ ]", "{}", "null"]) {
      expect(parse(list(50_000, each)).ok).toBe(true);
      expect(parse(list(50_001, each))).toEqual(refused("too_many_nodes"));
    }
    const pairs = (count: number) =>
      `{${Array.from({ length: count }, (_, i) => `"k${i}":[${i}]`)}}`;
    expect(parse(pairs(24_999)).ok).toBe(true);
    expect(parse(pairs(25_000))).toEqual(refused("too_many_nodes"));
  });
  it("counts as a walk over the value does", () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 5 }), fc.integer({ min: -1, max: 1 }), (value, off) => {
        // Fillers bring the whole to the limit plus `off`: itself, the array, and what is missing.
        const fill = 50_000 + off - countNodes(value) - 1;
        const text = `[${JSON.stringify(value)},${Array(fill).fill("0").join(",")}]`;
        expect(parse(text).ok).toBe(off <= 0);
      }),
      { numRuns: 30 },
    );
  });
  it.each(["__proto__", "\\u005f_proto__", "__pr\\u006Fto__"])(
    "drops the key %s at any depth",
    (key) => {
      const parsed = parse(`{"${key}":{"admin":1},"a":[{"${key}":2,"b":1}]}`);
      expect(parsed.ok && JSON.stringify(parsed.value)).toBe('{"a":[{"b":1}]}');
    },
  );
  it("keeps __proto__ as a value, and the last of duplicate keys", () => {
    expect(parse('{"a":1,"a":"__proto__"}')).toEqual({ ok: true, value: { a: "__proto__" } });
  });
});

describe("readCapped", () => {
  const chunks = (...sizes: number[]) => sizes.map((size, i) => Buffer.alloc(size, i + 1));
  const web = (list: Buffer[]): AsyncIterable<Uint8Array> => Readable.toWeb(Readable.from(list));

  it.each([
    ["node", (list: Buffer[]) => Readable.from(list)],
    ["web", web],
  ])("reads a %s stream whole, up to the limit exactly", async (_name, open) => {
    for (const list of [[], chunks(10), chunks(1, 2, 3, 4), chunks(0, 5, 5)]) {
      const whole = Buffer.concat(list);
      const read = await readCapped(open(list), 10, whole.length);
      expect(read.ok && Buffer.from(read.bytes)).toEqual(whole);
    }
    expect(await readCapped(open(chunks(5, 6)), 10)).toEqual({ ok: false, reason: "too_large" });
  });
  it("stops at the cap without destroying the stream", async () => {
    let pulled = 0;
    const endless = new Readable({
      highWaterMark: 1,
      read() {
        pulled++;
        this.push(Buffer.alloc(100));
      },
    });
    expect(await readCapped(endless, 1000, null)).toEqual({ ok: false, reason: "too_large" });
    expect(pulled).toBeLessThan(20);
    expect(endless.destroyed).toBe(false);
    endless.destroy();
  });
  it("refuses by the declared length before reading", async () => {
    const never: AsyncIterable<Uint8Array> = {
      [Symbol.asyncIterator]: () => expect.unreachable("read"),
    };
    expect(await readCapped(never, 10, 11)).toEqual({ ok: false, reason: "too_large" });
  });
  it("calls a broken, short or overlong body incomplete and leaves the chunks alone", async () => {
    const broken = new Readable({ read() {} });
    broken.push("abc");
    setImmediate(() => broken.destroy(new Error("aborted")));
    const incomplete = { ok: false, reason: "incomplete" };
    expect(await readCapped(broken)).toEqual(incomplete);
    expect(await readCapped(Readable.from(chunks(3)), 10, 4)).toEqual(incomplete);
    expect(await readCapped(Readable.from(chunks(3)), 10, 2)).toEqual(incomplete);
    const list = chunks(1, 2, 3);
    await readCapped(Readable.from(list));
    expect(list).toEqual(chunks(1, 2, 3));
  });
});
