import fc from "fast-check";
import { expect, test } from "vitest";
import { z } from "zod";
import { decodeCursor, encodeCursor, pageOf } from "#lib/keyset.ts";

const key = z.tuple([z.int(), z.string()]);

test("a cursor gives back what went in", () => {
  fc.assert(
    fc.property(fc.integer(), fc.string(), (number, text) => {
      expect(decodeCursor(encodeCursor("a", [number, text]), "a", key)).toEqual([number, text]);
    }),
  );
});

test("no cursor is the first page", () => {
  expect(decodeCursor(undefined, "a", key)).toBeNull();
});

test.each([
  ["of another sort", encodeCursor("b", [1, "x"])],
  ["of another shape", encodeCursor("a", ["x", 1])],
  ["not JSON", "bm9wZQ"],
  ["not base64", "§§§"],
  ["with more in it", Buffer.from('{"s":"a","k":[1,"x"],"z":1}').toString("base64url")],
])("a cursor %s is refused", (_, cursor) => {
  expect(() => decodeCursor(cursor, "a", key)).toThrowError(
    expect.objectContaining({ code: "invalid_request", detail: { parameter: "cursor" } }),
  );
});

test("the row beyond the limit is not shown but makes a next page", () => {
  const cursorOf = (row: number) => `after ${row}`;
  expect(pageOf([1, 2, 3], 2, cursorOf)).toEqual({ rows: [1, 2], nextCursor: "after 2" });
  expect(pageOf([1, 2], 2, cursorOf)).toEqual({ rows: [1, 2], nextCursor: null });
  expect(pageOf([], 2, cursorOf)).toEqual({ rows: [], nextCursor: null });
});
