import { expect, test } from "vitest";
import { nextSort, parseSort } from "./sort.ts";

test("a sort is read from the URL's word", () => {
  expect(parseSort("-score")).toEqual({ key: "score", descending: true });
  expect(parseSort("name")).toEqual({ key: "name", descending: false });
  expect(parseSort("")).toBeNull();
});

test("a second click turns the direction round", () => {
  expect(nextSort(null, "score", true)).toBe("-score");
  expect(nextSort(parseSort("-score"), "score", true)).toBe("score");
  expect(nextSort(parseSort("-score"), "name")).toBe("name");
});
