import { expect, test } from "vitest";
import { COMPANY_COLUMNS } from "./company-columns.tsx";
import { COMPANY_COLUMN_NAMES } from "./list-heads.ts";

test("the choice of columns names the list's columns, in the list's order", () => {
  const columns = COMPANY_COLUMNS.map(({ id, header }) => ({ id, header }));
  expect(COMPANY_COLUMN_NAMES.map(({ id, header }) => ({ id, header }))).toEqual(columns);
});
