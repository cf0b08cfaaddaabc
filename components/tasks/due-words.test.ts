import { expect, test } from "vitest";
import { dueWords } from "./due-words.ts";

test.each([
  ["2026-11-21", "Today"],
  ["2026-11-22", "Tomorrow"],
  ["2026-11-20", "1 day late"],
  ["2026-10-22", "30 days late"],
  ["2026-12-01", "Dec 1, 2026"],
])("%s is said as %s", (day, words) => {
  expect(dueWords(day, "2026-11-21")).toBe(words);
});
