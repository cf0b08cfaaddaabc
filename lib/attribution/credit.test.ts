import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { creditNumber, ONE, shareOut } from "./credit.ts";

describe("shareOut", () => {
  it("sums to exactly one for any weights", () => {
    const weights = fc.array(fc.double({ min: 0, max: 1e12, noNaN: true }), { minLength: 1 });
    fc.assert(
      fc.property(weights, (list) => {
        const parts = shareOut(list);
        expect(parts.reduce((a, b) => a + b, 0)).toBe(ONE);
        expect(parts.every((part) => Number.isInteger(part) && part >= 0)).toBe(true);
        // Whoever adds the published numbers in floating point, in any order, gets 1 as well.
        expect(parts.map(creditNumber).reduce((a, b) => a + b, 0)).toBe(1);
      }),
    );
  });

  it("gives what is left over to the largest remainder, ties to the earlier", () => {
    const third = Math.floor(ONE / 3);
    expect(shareOut([1, 1, 1])).toEqual([third + (ONE % 3), third, third]);
    expect(shareOut([2, 1])).toEqual([2 * third + 1, third]);
  });

  it("shares equally where all weights are 0, and nothing among nobody", () => {
    expect(shareOut([0, 0])).toEqual([ONE / 2, ONE / 2]);
    expect(shareOut([])).toEqual([]);
  });

  it("survives weights at the edges of floating point", () => {
    expect(shareOut([Number.MIN_VALUE, Number.MIN_VALUE])).toEqual([ONE / 2, ONE / 2]);
    expect(shareOut([1e300, 1e300, 0])).toEqual([ONE / 2, ONE / 2, 0]);
  });
});
