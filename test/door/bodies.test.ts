import { describe, expect, test } from "vitest";
import { sha256 } from "#lib/ids.ts";
import { DOORS } from "./doors.ts";
import {
  listLedger,
  newMessageId,
  openMailbox,
  post,
  signed,
  storedBody,
  withDoors,
} from "./harness.ts";

withDoors();

const MIB = 1024 * 1024;
const arrays = (depth: number) => "[".repeat(depth) + "]".repeat(depth);
const objects = (depth: number) => `${'{"a":'.repeat(depth)}1${"}".repeat(depth)}`;
const list = (nodes: number) => `[${Array(nodes - 1).fill("0")}]`;
/** Valid JSON of exactly this many bytes. */
const padded = (bytes: number) => `"${"x".repeat(bytes - 2)}"`;

describe.each(DOORS)("$name: bodies that are taken", (door) => {
  test.each<[string, string | Buffer]>([
    ["a BOM before it", '\uFEFF{"type":"door.test"}'],
    ["white space around it", ' \r\n\t{"type": "door.test"}\n'],
    ["an escaped NUL", '{"type":"door.test","a\\u0000":"\\u0000"}'],
    ["an escaped NUL in its type", '{"type":"door\\u0000test"}'],
    ["escaped lone surrogates", '{"type":"door.test","\\ud800":"\\udfff\\ud83d"}'],
    ["emoji, raw and escaped", '{"type":"door.test","👩‍🚀":"\\ud83d\\ude80🚀"}'],
    ["noncharacters and the last code point", '{"type":"door.test","a":"\uFFFE\u{10FFFF}"}'],
    ["duplicate keys", '{"type":"door.first","type":"door.test"}'],
    ["__proto__", '{"__proto__":{"type":"x"},"type":"door.test","a":{"__proto__":[1]}}'],
    ["2^60 and beyond a double", '{"type":"door.test","a":1152921504606846977,"b":1e400,"c":-0}'],
    ["a scalar", "1"],
    ["null", "null"],
    ["text", '"type"'],
    ["a list", '[{"type":"door.test"}]'],
    ["an empty object", "{}"],
    ["a type that is no text", '{"type":{"a":1}}'],
    ["a depth of 64, lists", arrays(64)],
    ["a depth of 64, objects", objects(64)],
    ["50,000 values", list(50_000)],
    ["1 MiB", padded(MIB)],
  ])("%s: 204, every byte kept", async (_name, text) => {
    const mailbox = await openMailbox();
    expect((await post(door, mailbox, { body: text })).status).toBe(204);
    const bytes = Buffer.from(text);
    expect((await storedBody(mailbox)).equals(bytes)).toBe(true);
    expect(await listLedger(mailbox)).toMatchObject([
      { bodyHash: sha256(bytes), bytes: bytes.length },
    ]);
  });

  test("in any chunks, without a length: 204", async () => {
    const mailbox = await openMailbox();
    const bytes = Buffer.from(`{"type":"door.test","a":"${"🚀".repeat(300)}"}`);
    const chunks = Array.from({ length: bytes.length / 7 + 1 }, (_, i) =>
      bytes.subarray(i * 7, i * 7 + 7),
    ).filter(({ length }) => length > 0);
    const headers = signed(mailbox.secret, { body: bytes });
    expect((await door.send({ path: mailbox.endpointId, headers, body: chunks })).status).toBe(204);
    expect((await storedBody(mailbox)).equals(bytes)).toBe(true);
  });

  test("1 MiB in chunks: 204", async () => {
    const mailbox = await openMailbox();
    const bytes = Buffer.from(padded(MIB));
    const headers = signed(mailbox.secret, { body: bytes });
    const body = [bytes.subarray(0, 999_999), bytes.subarray(999_999)];
    expect((await door.send({ path: mailbox.endpointId, headers, body })).status).toBe(204);
    expect((await storedBody(mailbox)).equals(bytes)).toBe(true);
  });
});

describe.each(DOORS)("$name: bodies that are refused", (door) => {
  test.each<[string, string | Uint8Array]>([
    ["nothing", ""],
    ["white space", " \n"],
    ["half an object", '{"type":"door.test"'],
    ["something behind it", '{"type":"door.test"}}'],
    ["two values", "{}{}"],
    ["a trailing comma", '{"a":1,}'],
    ["single quotes", "{'a':1}"],
    ["NaN", '{"a":NaN}'],
    ["a form", "type=door.test"],
    ["two BOMs", "\uFEFF\uFEFF{}"],
    ["a raw NUL in a string", '{"a":"\0"}'],
    ["UTF-16", Buffer.from('{"a":1}', "utf16le")],
    ["a stray byte", Buffer.from([0x22, 0xff, 0x22])],
    ["a cut character", Buffer.from([0x22, 0xf0, 0x9f, 0x9a, 0x22])],
    ["an encoded surrogate", Buffer.from([0x22, 0xed, 0xa0, 0x80, 0x22])],
    ["an overlong slash", Buffer.from([0x22, 0xc0, 0xaf, 0x22])],
    ["a depth of 65", arrays(65)],
    ["a depth of 10,000, lists", arrays(10_000)],
    ["a depth of 10,000, objects", objects(10_000)],
    ["a depth of half a million, never closed", "[".repeat(500_000)],
    ["50,001 values", list(50_001)],
    ["60,000 values", list(60_000)],
    ["60,000 pairs", `{${Array.from({ length: 60_000 }, (_, i) => `"k${i}":0`)}}`],
  ])("%s, signed well: 400, not stored", async (_name, body) => {
    const mailbox = await openMailbox();
    const answer = await post(door, mailbox, { body });
    expect(answer.status).toBe(400);
    expect(JSON.parse(answer.text)).toMatchObject({ status: 400 });
    expect(await listLedger(mailbox)).toEqual([]);
  });

  test("what was refused as no JSON may come again under its id, mended: 204", async () => {
    const mailbox = await openMailbox();
    const id = newMessageId();
    expect((await post(door, mailbox, { id, body: "{" })).status).toBe(400);
    expect((await post(door, mailbox, { id, body: "{}" })).status).toBe(204);
    expect(await listLedger(mailbox)).toMatchObject([{ webhookId: id, conflict: false }]);
  });

  test.each([1, 100_000, 3 * MIB])("1 MiB and %i more by Content-Length: 413", async (more) => {
    const mailbox = await openMailbox();
    expect((await post(door, mailbox, { body: padded(MIB + more) })).status).toBe(413);
    expect(await listLedger(mailbox)).toEqual([]);
    expect((await post(door, mailbox)).status).toBe(204);
  });

  test.each([1, 100_000, 3 * MIB])("1 MiB and %i more in chunks: 413", async (more) => {
    const mailbox = await openMailbox();
    const bytes = Buffer.from(padded(MIB + more));
    const headers = signed(mailbox.secret, { body: bytes });
    const body = [bytes.subarray(0, 500_000), bytes.subarray(500_000, MIB), bytes.subarray(MIB)];
    expect((await door.send({ path: mailbox.endpointId, headers, body })).status).toBe(413);
    expect(await listLedger(mailbox)).toEqual([]);
    expect((await post(door, mailbox)).status).toBe(204);
  });
});
