import { expect, test } from "vitest";
import { PLAIN_LAYOUT } from "./table-layout.ts";
import { placeColumns } from "./use-columns.ts";

const columns = ["name", "company", "score"].map((id) => ({
  id,
  header: id,
  size: 100,
  cell: () => null,
}));

test("hidden columns are left out, pinned ones stand first at their distance from the edge", () => {
  const layout = {
    ...PLAIN_LAYOUT,
    hidden: ["company"],
    order: ["score", "name"],
    pinned: ["name"],
    widths: { name: 240 },
  };
  const placed = placeColumns(columns, layout);
  expect(placed.map(({ id, px, left, isLastPinned }) => [id, px, left, isLastPinned])).toEqual([
    ["name", 240, 0, true],
    ["score", 100, null, false],
  ]);
  const both = placeColumns(columns, { ...layout, hidden: [], pinned: ["score", "name"] });
  expect(both.map(({ id, left, isLastPinned }) => [id, left, isLastPinned])).toEqual([
    ["score", 0, false],
    ["name", 100, true],
    ["company", null, false],
  ]);
});

test("without a layout the content decides about widths", () => {
  expect(placeColumns(columns, undefined).map(({ id, px }) => [id, px])).toEqual([
    ["name", null],
    ["company", null],
    ["score", null],
  ]);
});
