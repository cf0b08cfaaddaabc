import { expect, test } from "vitest";
import { choose } from "./use-selection.ts";

const PAGE = ["a", "b", "c", "d", "e"];

test("a row is turned over", () => {
  expect([...choose(new Set(), PAGE, null, "b")]).toEqual(["b"]);
  expect([...choose(new Set(["b", "x"]), PAGE, null, "b")]).toEqual(["x"]);
});

test("a range goes both ways and takes the state of its last row", () => {
  expect([...choose(new Set(["b"]), PAGE, "b", "d")]).toEqual(["b", "c", "d"]);
  expect([...choose(new Set(["d"]), PAGE, "d", "b")].sort()).toEqual(["b", "c", "d"]);
  expect([...choose(new Set(PAGE), PAGE, "a", "c")]).toEqual(["d", "e"]);
});

test("an anchor on another page begins no range", () => {
  expect([...choose(new Set(["x"]), PAGE, "x", "c")]).toEqual(["x", "c"]);
});
