import { expect, it } from "vitest";
import { cutRows, MOST_ROWS, sumRows } from "./first-rows.ts";

const row = (key: string, credit: number) => ({
  ...{ key, credit, sessions: 2, visitors: 1, conversions: 1, value: 10 },
});

it("keeps the first rows and sums up the rest", () => {
  const rows = Array.from({ length: MOST_ROWS + 3 }, (_, i) =>
    row(`k${i}`, i < MOST_ROWS + 1 ? 1 : 0),
  );
  const total = { sessions: 2_006, visitors: 900, conversions: 900, credit: 1_001, value: 10_030 };
  const cut = cutRows({ rows, total, currency: "EUR" });
  expect(cut.rows).toEqual(rows.slice(0, MOST_ROWS));
  expect(cut.rest).toEqual({ count: 3, credited: 1, sessions: 6, credit: 1, value: 30 });
  expect(cut.total).toEqual(total);
  // Whoever draws fewer adds those that are left out.
  expect(sumRows(cut.rows.slice(100), cut.rest)).toEqual({
    ...{ count: 903, credited: 901, sessions: 1_806, credit: 901, value: 9_030 },
  });
});

it("has no rest where all rows fit", () => {
  const total = { sessions: 2, visitors: 1, conversions: 1, credit: 1, value: null };
  expect(cutRows({ rows: [row("a", 1)], total, currency: null }).rest).toBeNull();
});
