import fc from "fast-check";
import { expect, test } from "vitest";
import { blankValues } from "./blank-values.ts";

const paths = new Set(["a.b", "c"]);

test.each([
  ['{"a":{"b":true,"x":1},"c":[1,{"b":2}]}', '{"a":{"b":null,"x":1},"c":null}'],
  [
    '\uFEFF {"a" : { "b" :\t"t\\"}r\\\\" , "b": 1e400 } }\n',
    '\uFEFF {"a" : { "b" :\tnull , "b": null } }\n',
  ],
  ['{"\\u0061":{"\\u0062":-1.50}}', '{"\\u0061":{"\\u0062":null}}'],
  ['[{"a":{"b":1},"c":2}]', '[{"a":{"b":1},"c":2}]'],
  ['{"x":{"a":{"b":1}},"b":1,"a":[],"d":{}}', '{"x":{"a":{"b":1}},"b":1,"a":[],"d":{}}'],
  ["7", "7"],
  ['"a.b"', '"a.b"'],
])("%s", (text, blanked) => {
  expect(blankValues(text, paths)).toBe(blanked);
});

test("any JSON: nothing but the values at the paths changes", () => {
  fc.assert(
    fc.property(fc.json(), fc.json(), fc.constantFrom(undefined, 1, "\t"), (x, y, space) => {
      const [left, right] = [JSON.parse(x), JSON.parse(y)];
      const with_ = { z: right, a: { y: left, b: left }, c: right, q: left };
      const without = { z: right, a: { y: left, b: null }, c: null, q: left };
      const text = (value: unknown) => JSON.stringify(value, null, space);
      expect(JSON.parse(blankValues(text(with_), paths))).toEqual(JSON.parse(text(without)));
      expect(blankValues(text(left), new Set())).toBe(text(left));
    }),
  );
});
