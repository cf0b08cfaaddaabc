import { expect, test } from "vitest";
import { hasFigures } from "./has-figures.ts";

test("a block counts when any leaf of it is known; a zero is known", () => {
  expect(hasFigures({ a: null, b: { c: null, d: [] } })).toBe(false);
  expect(hasFigures({ a: null, b: { c: 0 } })).toBe(true);
  expect(hasFigures({ investors: ["Larch Ventures"] })).toBe(true);
});
