import { expect, test } from "vitest";
import { isTransient } from "./transient.ts";

const withCode = (code: string) => Object.assign(new Error("x"), { code });

test.each(["08006", "40001", "40P01", "53300", "57P01", "55P03", "ECONNRESET"])(
  "%s is of the moment",
  (code) => expect(isTransient(withCode(code))).toBe(true),
);

test.each(["57014", "22P02", "23505", "55000", ""])("%s is of the work", (code) =>
  expect(isTransient(withCode(code))).toBe(false),
);

test("what is no error of a database is of the work", () => {
  expect(isTransient(new Error("x"))).toBe(false);
  expect(isTransient("40001")).toBe(false);
});
