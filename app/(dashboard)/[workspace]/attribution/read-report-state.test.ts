import { expect, test } from "vitest";
import { readReportState } from "./read-report-state.ts";

const read = (raw: Record<string, string | string[]>) => readReportState(raw, "UTC");

test("a URL without parameters is the standard report", () => {
  const { state } = read({});
  expect(state?.query).toMatchObject({ goal: "identified", model: "last", dimension: "channel" });
  expect(state?.view).toEqual({ view: "credit", rows: "top" });
});

test("what is wrong is named, and nothing is guessed", () => {
  expect(read({ model: "best", from: "soon" }).problem).toMatch(/"model" .* "from" /);
  expect(read({ from: "2026-03-02", to: "2026-03-01" }).problem).toMatch(/must not be after/);
  expect(read({ view: "pie" }).problem).toBe('"view" must be credit or models.');
  expect(read({ goal: ["qualified", "enriched"] }).problem).toContain('"goal"');
});
