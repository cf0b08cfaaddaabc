import { parse } from "csv-parse/sync";
import { expect, test } from "vitest";
import { csvLines } from "./csv.ts";

test("what a reader of CSV gets back is what was written", () => {
  const records = [
    ["plain", 'say "yes"', "a,b", "two\nlines"],
    ["", "Ünïcode 名", " leading space", "semi;colon"],
  ];
  expect(parse(csvLines(records))).toEqual(records);
  expect(csvLines([["a", null, 3]])).toBe("a,,3\r\n");
});

test("nothing begins like a formula", () => {
  for (const text of ["=1+1", "+49 30", "-2", "@sum", "\tx", "\rx", '=HYPERLINK("http://x")']) {
    expect(parse(csvLines([[text]]))).toEqual([[`'${text}`]]);
  }
});

test("no rows are no lines", () => {
  expect(csvLines([])).toBe("");
});
