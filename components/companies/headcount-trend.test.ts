import { expect, test } from "vitest";
import { trendOf } from "./headcount-trend.ts";

test("the past is computed back from the growth that is known", () => {
  expect(trendOf(120, { qoq: 20, yoy: 50 })).toEqual([
    { label: "−12", title: "12 months ago", value: 80 },
    { label: "−9", title: "9 months ago", value: null },
    { label: "−6", title: "6 months ago", value: null },
    { label: "−3", title: "3 months ago", value: 100 },
    { label: "0", title: "Now", value: 120 },
  ]);
  expect(trendOf(120, { qoq: 20, yoy: null })).toHaveLength(2);
});

test("without a total or any growth there is no trend", () => {
  expect(trendOf(null, { qoq: 1, yoy: 1 })).toEqual([]);
  expect(trendOf(8, { qoq: null, yoy: null })).toEqual([]);
  expect(trendOf(8, { qoq: null, yoy: -100 })).toEqual([]);
});
