import { expect, test } from "vitest";
import { firstTimeId, newTimeId } from "#lib/ids.ts";

test("ids of one millisecond sort as they were made, behind all of the one before", () => {
  const at = Date.UTC(2026, 10, 22);
  const earlier = Array.from({ length: 40 }, () => newTimeId("del", at));
  const later = Array.from({ length: 2_000 }, () => newTimeId("del", at + 1));
  const made = [...earlier, ...later];
  expect([...made].sort()).toEqual(made);
  expect(new Set(made).size).toBe(made.length);
  expect(earlier.every((id) => id >= firstTimeId("del", at))).toBe(true);
  expect(earlier.every((id) => id < firstTimeId("del", at + 1))).toBe(true);
});

test("more than the count can hold stay apart and inside of their millisecond", () => {
  const at = Date.UTC(2026, 10, 22, 1);
  const made = Array.from({ length: 33_000 }, () => newTimeId("aud", at));
  expect(new Set(made).size).toBe(made.length);
  expect(made.every((id) => id < firstTimeId("aud", at + 1))).toBe(true);
});
