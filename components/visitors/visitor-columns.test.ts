import { expect, test } from "vitest";
import { VISITOR_COLUMN_NAMES, VISITOR_LAYOUT } from "./list-heads.ts";
import { visitorColumns } from "./visitor-columns.tsx";

test("the choice of columns names the list's columns, in the list's order", () => {
  const columns = visitorColumns("/acme").map(({ id, header }) => ({ id, header }));
  expect(VISITOR_COLUMN_NAMES.map(({ id, header }) => ({ id, header }))).toEqual(columns);
  const ids = columns.map(({ id }) => id);
  expect(VISITOR_LAYOUT.hidden.every((id) => ids.includes(id))).toBe(true);
});
