import { expect, test } from "vitest";
import type { AttributionRow } from "#lib/attribution/report.ts";
import { bucketOf, creditSeries, withEarlier } from "./credit-series.ts";

const row = (key: string | null, credit: number): AttributionRow => ({
  key,
  credit,
  sessions: 1,
  visitors: 1,
  conversions: 1,
  value: null,
});
const words = ({ key }: { key: string | null }) => key ?? "Not set";
const march = { from: "2026-03-01", to: "2026-03-31" };

test("every day of the period is a point, also those without credit", () => {
  const { points } = creditSeries(
    [{ date: "2026-03-29", key: "Email", credit: 0.5 }],
    { rows: [row("Email", 0.5)] },
    march,
    words,
  );
  expect(points).toHaveLength(31);
  expect(points[28]).toMatchObject({
    label: "Mar 29",
    title: "Mar 29, 2026",
    values: { "key-0": 0.5 },
  });
  expect(points[0]?.values).toEqual({ "key-0": 0 });
});

test("seven keys have a colour of their own, the others are added up", () => {
  const keys = ["other", null, "c", "d", "e", "f", "g", "h", "i"];
  const rows = keys.map((key, at) => row(key, 10 - at));
  const credits = rows.map(({ key, credit }) => ({ date: "2026-03-02", key, credit }));
  const { points, series, ranked } = creditSeries(credits, { rows }, march, words);
  expect(series.map(({ label }) => label)).toEqual([
    ...["other", "Not set", "c", "d", "e", "f", "g"],
    "Other (2)",
  ]);
  expect(points[1]?.values).toMatchObject({ "key-0": 10, "key-1": 9, other: 5 });
  expect(ranked.at(-1)).toEqual({ key: "other", label: "Other (2)", credit: 5, of: undefined });
});

test("an eighth key alone keeps its name, and keys without credit stay out", () => {
  const rows = [..."abcdefgh"].map((key) => row(key, 1));
  const { ranked } = creditSeries([], { rows: [...rows, row("idle", 0)] }, march, words);
  expect(ranked.at(-1)).toMatchObject({ key: "other", label: "h", credit: 1, of: { key: "h" } });
});

test("long periods are drawn by week, month and year, and nothing is lost at the edges", () => {
  expect(bucketOf({ from: "2026-01-01", to: "2026-03-03" })).toBe("day");
  const year = { from: "2025-11-21", to: "2026-11-20" };
  const credits = ["2025-11-21", "2025-12-28", "2026-11-20"].map((date) => ({
    date,
    key: "a",
    credit: 1,
  }));
  const weeks = creditSeries(credits, { rows: [row("a", 3)] }, year, words);
  expect(weeks.bucket).toBe("week");
  expect(weeks.points[0]).toMatchObject({ label: "Nov 17", title: "Nov 21 – Nov 23, 2025" });
  for (const from of ["2025-11-21", "2022-02-28", "1970-01-01"]) {
    const { points } = creditSeries(credits, { rows: [row("a", 3)] }, { ...year, from }, words);
    expect(points.reduce((sum, { values }) => sum + (values["key-0"] ?? 0), 0)).toBe(3);
    expect(new Set(points.map(({ title }) => title)).size).toBe(points.length);
  }
});

test("an earlier period lies over this one from its first day on", () => {
  const february = { from: "2026-02-01", label: "Before" };
  const chart = creditSeries([], { rows: [row("a", 3)] }, march, words);
  const credits = ["2026-02-01", "2026-02-03", "2026-02-03"].map((date) => ({
    ...{ date, key: "a", credit: 1 },
  }));
  const { points, series } = withEarlier(chart, { ...february, credits }, march);
  expect(series.at(-1)).toEqual({ key: "earlier", label: "Before", dashed: true });
  expect(points.slice(0, 4).map(({ values }) => values.earlier)).toEqual([1, 0, 2, 0]);
  // A pair of keys is another series than its first key.
  const pairs = creditSeries(
    [{ date: "2026-03-01", key: "a", secondKey: "x", credit: 1 }],
    {
      rows: [
        { ...row("a", 1), secondKey: "x" },
        { ...row("a", 1), secondKey: null },
      ],
    },
    march,
    words,
  );
  expect(pairs.points[0]?.values).toEqual({ "key-0": 1, "key-1": 0 });
});
