import { expect, test } from "vitest";
import { matches } from "./matches.ts";

const item = { id: "theme:dark", label: "Theme: dark", words: "appearance" };

test("each word typed begins one of the item's words, in any order and case", () => {
  expect(matches(item, "")).toBe(true);
  expect(matches(item, "DARK th")).toBe(true);
  expect(matches(item, "app")).toBe(true);
  expect(matches(item, "dark mode")).toBe(false);
  expect(matches(item, "ark")).toBe(false);
});
