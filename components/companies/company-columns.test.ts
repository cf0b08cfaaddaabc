import { expect, test } from "vitest";
import { COMPANY_COLUMN_NAMES } from "./list-heads.ts";
import { COMPANY_COLUMNS } from "./company-columns.tsx";

test("the choice of columns names the list's columns, in the list's order", () => {
  const columns = COMPANY_COLUMNS.map(({ id, header }) => ({ id, header }));
  expect(COMPANY_COLUMN_NAMES.map(({ id, header }) => ({ id, header }))).toEqual(columns);
});
