import { expect, test } from "vitest";
import { clampWidth, moveColumn, orderedIds, PLAIN_LAYOUT, toggled } from "./table-layout.ts";

const IDS = ["name", "company", "email", "score"];

test("without a choice the order is the list's, pinned columns first", () => {
  expect(orderedIds(IDS, PLAIN_LAYOUT)).toEqual(IDS);
  expect(orderedIds(IDS, { ...PLAIN_LAYOUT, pinned: ["email"] })).toEqual([
    "email",
    "name",
    "company",
    "score",
  ]);
});

test("columns that are gone are passed over, new ones stand behind their neighbour", () => {
  const layout = { ...PLAIN_LAYOUT, order: ["score", "gone", "company", "name"] };
  expect(orderedIds(IDS, layout)).toEqual(["score", "company", "email", "name"]);
});

test("a column moves among its own kind and stops at the ends", () => {
  const moved = moveColumn(IDS, PLAIN_LAYOUT, "email", -1);
  expect(orderedIds(IDS, moved)).toEqual(["name", "email", "company", "score"]);
  expect(moveColumn(IDS, PLAIN_LAYOUT, "score", 1)).toBe(PLAIN_LAYOUT);
  const pinned = { ...PLAIN_LAYOUT, pinned: ["name", "email"] };
  expect(orderedIds(IDS, moveColumn(IDS, pinned, "email", -5))).toEqual([
    "email",
    "name",
    "company",
    "score",
  ]);
  expect(orderedIds(IDS, moveColumn(IDS, pinned, "company", -1))).toEqual([
    "name",
    "email",
    "company",
    "score",
  ]);
});

test("ids are put in and taken out; widths have limits", () => {
  expect(toggled(["a"], "b")).toEqual(["a", "b"]);
  expect(toggled(["a", "b"], "a")).toEqual(["b"]);
  expect([clampWidth(3), clampWidth(99.6), clampWidth(5_000)]).toEqual([64, 100, 800]);
});
