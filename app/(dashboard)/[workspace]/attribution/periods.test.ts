import { expect, test } from "vitest";
import { periodPresets, periodWords } from "./periods.ts";

test("ready-made periods include today, and last month is a whole one", () => {
  const dates = periodPresets("2026-03-01").map(({ from, to }) => [from, to]);
  expect(dates).toEqual([
    ["2026-02-23", "2026-03-01"],
    ["2026-01-31", "2026-03-01"],
    ["2025-12-02", "2026-03-01"],
    ["2026-03-01", "2026-03-01"],
    ["2026-02-01", "2026-02-28"],
  ]);
});

test("a year is said once unless there are two", () => {
  expect(periodWords("2026-10-22", "2026-11-20")).toBe("Oct 22 – Nov 20, 2026");
  expect(periodWords("2025-12-02", "2026-03-01")).toBe("Dec 2, 2025 – Mar 1, 2026");
  expect(periodWords("2026-03-01", "2026-03-01")).toBe("Mar 1, 2026");
});
