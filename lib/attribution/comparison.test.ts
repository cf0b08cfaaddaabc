import { expect, test } from "vitest";
import { changeOf, comparedDates, compareReports } from "./comparison.ts";
import type { AttributionReport } from "./report.ts";

test("the earlier dates are as many, a year before, or one's own", () => {
  const march = { from: "2024-02-29", to: "2024-03-29" };
  expect(comparedDates(march, {})).toBeNull();
  expect(comparedDates(march, { compare: "previous" })).toEqual({
    from: "2024-01-30",
    to: "2024-02-28",
  });
  expect(comparedDates(march, { compare: "year" })).toEqual({
    from: "2023-02-28",
    to: "2023-03-29",
  });
  const own = { compareFrom: "2023-11-01", compareTo: "2023-11-09" };
  expect(comparedDates(march, { compare: "custom", ...own })).toEqual({
    from: "2023-11-01",
    to: "2023-11-09",
  });
  // Own dates that are not there, or in the wrong order, are those right before.
  expect(comparedDates(march, { compare: "custom" })?.to).toBe("2024-02-28");
});

test("rows stand beside what they were, also those that are gone", () => {
  const numbers = { sessions: 1, visitors: 1, conversions: 1, value: null };
  const report = (rows: [string | null, number][]): AttributionReport => ({
    rows: rows.map(([key, credit]) => ({ key, ...numbers, credit })),
    total: { ...numbers, credit: 0 },
    currency: null,
  });
  const rows = compareReports(
    report([
      ["a", 2],
      [null, 1],
    ]),
    report([
      ["b", 5],
      ["a", 4],
    ]),
  );
  expect(rows.map(({ key, credit, before }) => [key, credit, before.credit])).toEqual([
    ["a", 2, 4],
    [null, 1, 0],
    ["b", 0, 5],
  ]);
  expect(changeOf(2, 4)).toEqual({ by: -2, share: -0.5 });
  expect(changeOf(2, 0)).toEqual({ by: 2, share: null });
});
