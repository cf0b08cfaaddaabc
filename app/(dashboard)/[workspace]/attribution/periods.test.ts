import { expect, test } from "vitest";
import { periodPresets, periodWords } from "./periods.ts";

test("ready-made periods include today, and last ones are whole", () => {
  const dates = (today: string) =>
    Object.fromEntries(periodPresets(today).map(({ label, from, to }) => [label, [from, to]]));
  expect(dates("2026-03-01")).toEqual({
    Today: ["2026-03-01", "2026-03-01"],
    "Last 7 days": ["2026-02-23", "2026-03-01"],
    "Last 30 days": ["2026-01-31", "2026-03-01"],
    "Last 90 days": ["2025-12-02", "2026-03-01"],
    "This month": ["2026-03-01", "2026-03-01"],
    "Last month": ["2026-02-01", "2026-02-28"],
    "This quarter": ["2026-01-01", "2026-03-01"],
    "Last quarter": ["2025-10-01", "2025-12-31"],
    "This year": ["2026-01-01", "2026-03-01"],
    "Last year": ["2025-01-01", "2025-12-31"],
  });
  expect(dates("2024-12-31")["This quarter"]).toEqual(["2024-10-01", "2024-12-31"]);
  expect(dates("2024-12-31")["Last quarter"]).toEqual(["2024-07-01", "2024-09-30"]);
});

test("a year is said once unless there are two", () => {
  expect(periodWords("2026-10-22", "2026-11-20")).toBe("Oct 22 – Nov 20, 2026");
  expect(periodWords("2025-12-02", "2026-03-01")).toBe("Dec 2, 2025 – Mar 1, 2026");
  expect(periodWords("2026-03-01", "2026-03-01")).toBe("Mar 1, 2026");
});
