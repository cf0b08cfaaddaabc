import fc from "fast-check";
import { makeEvents } from "#test/fixtures/events.ts";

/** One delivery to throw at the door. */
export interface FuzzCase {
  isSigned: boolean;
  body: Buffer;
  /** Headers put over the good ones of an unsigned delivery. */
  headers: Record<string, string>;
}

const EVENTS = Object.values(makeEvents()).map((event) => JSON.stringify(event));
const KNOWN_TYPES = Object.values(makeEvents()).map(({ type }) => type);

/** JSON texts that JSON.stringify would not write, or that are nobody's idea of a value. */
const ODD = [
  "1e400",
  "-1e400",
  "1e-400",
  "-0",
  "1152921504606846977",
  "9007199254740993",
  "2147483648",
  "1e21",
  "0.1e1",
  "null",
  "true",
  '""',
  '" "',
  "[]",
  "{}",
  "[[[[]]]]",
  '[null,{},"",1e99]',
  '"\\u0000"',
  '"a\\u0000b"',
  '"\\ud800"',
  '"\\udc00\\ud800"',
  '"\\u202e\\u200d\\ufeff"',
  '"👩‍🚀"',
  '"ﷺ\\u0301\\u0301\\u0301"',
  '"İıſK"',
  '"2026-02-31T00:00:00Z"',
  '"0000-00-00"',
  '"-000001-01-01T00:00:00Z"',
  '"constructor"',
  '"__proto__"',
  '{"__proto__":{"a":1}}',
  '{"toString":1,"length":-1}',
  '"https://"',
  '"http://[::1"',
  '"javascript:alert(1)"',
  '"linkedin.com/in/%ff%00"',
  '"https://www.linkedin.com/in/../../x?y#z"',
  '"a@b@c"',
  '"@"',
  '"\'; DROP TABLE delivery; --"',
  '"{\\"a\\":1}"',
  `"${"x".repeat(9000)}"`,
  `"${"é".repeat(3000)}"`,
  `[${Array(500).fill('"x"')}]`,
  // Not so deep that a few of them inside each other were too deep for the door.
  `${'{"a":'.repeat(12)}1${"}".repeat(12)}`,
];

const odd = fc.constantFrom(...ODD);
const position = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });

/** The places in a JSON text where a scalar stands as a value. */
function scalarsIn(text: string): { start: number; end: number }[] {
  const found = text.matchAll(
    /(?<=[:,[])(?:"(?:[^"\\]|\\.)*"(?!:)|-?\d[\d.eE+-]*|true|false|null)/g,
  );
  return [...found].map((match) => ({ start: match.index, end: match.index + match[0].length }));
}

/** A good event of which a few values are odd. */
const oddEvent = fc
  .tuple(
    fc.constantFrom(...EVENTS),
    fc.array(fc.tuple(position, odd), { minLength: 1, maxLength: 6 }),
  )
  .map(([event, changes]) =>
    changes.reduce((text, [at, value]) => {
      const places = scalarsIn(text);
      const place = places[Math.floor(at * places.length)];
      return place ? text.slice(0, place.start) + value + text.slice(place.end) : text;
    }, event),
  );

/** A good event with fields that nobody knows, or that are there twice. */
const oddField = fc
  .tuple(fc.constantFrom(...EVENTS), position, fc.string({ unit: "binary", maxLength: 60 }), odd)
  .map(([event, at, name, value]) => {
    const braces = [...event.matchAll(/\{(?=")/g)].map(({ index }) => index + 1);
    const where = braces[Math.floor(at * braces.length)] ?? 1;
    return `${event.slice(0, where)}${JSON.stringify(name)}:${value},${event.slice(where)}`;
  });

const anyJson = fc.json({ stringUnit: "binary", maxDepth: 5 });
const typedJson = fc
  .tuple(fc.constantFrom(...KNOWN_TYPES, "door.test", ""), anyJson, odd)
  .map(
    ([type, data, id]) => `{"id":${id},"type":"${type}","created":1772442900000,"data":${data}}`,
  );

const json = fc.oneof(
  { weight: 4, arbitrary: oddEvent },
  { weight: 2, arbitrary: oddField },
  { weight: 2, arbitrary: typedJson },
  { weight: 1, arbitrary: anyJson },
);

/** Bytes of a JSON text of which some are others, missing, or doubled. */
const brokenBytes = fc
  .tuple(json, fc.array(fc.tuple(position, fc.nat(255), fc.nat(2)), { minLength: 1, maxLength: 5 }))
  .map(([text, changes]) =>
    changes.reduce((bytes, [at, byte, kind]) => {
      const index = Math.floor(at * bytes.length);
      const rest = bytes.subarray(kind === 2 ? index : index + 1);
      return Buffer.concat([bytes.subarray(0, index), Buffer.from(kind ? [byte] : []), rest]);
    }, Buffer.from(text)),
  );

const large = fc
  .integer({ min: 100_000, max: 1_048_000 })
  .map((size) => Buffer.from(`{"type":"door.large","a":"${"x".repeat(size)}"}`));

const body = fc.oneof(
  { weight: 60, arbitrary: json.map((text) => Buffer.from(text)) },
  { weight: 30, arbitrary: brokenBytes },
  { weight: 8, arbitrary: fc.uint8Array({ maxLength: 2000 }).map((bytes) => Buffer.from(bytes)) },
  { weight: 1, arbitrary: large },
);

// What Node's own client agrees to send.
const headerText = fc.stringMatching(/^[\t\x20-\x7e\x80-\xff]{0,200}$/);
const headers = fc.dictionary(
  fc.constantFrom(
    "webhook-id",
    "webhook-timestamp",
    "webhook-signature",
    "content-type",
    "content-encoding",
    "x-other",
  ),
  fc.oneof(headerText, fc.constantFrom("", "v1,", "application/json", "identity", "0", "1e9")),
  { maxKeys: 4 },
);

export const fuzzCase: fc.Arbitrary<FuzzCase> = fc.record({
  isSigned: fc.boolean(),
  body,
  headers,
});
