import { expect, test } from "vitest";
import { parseAmount } from "#lib/worklist/money.ts";

test.each([
  ["12500", "EUR", 1_250_000],
  ["12,500.50", "EUR", 1_250_050],
  ["12 500.5", "USD", 1_250_050],
  [" 0 ", "USD", 0],
  ["12500", "JPY", 12_500],
  ["1.234", "KWD", 1_234],
])("%s %s is %d minor units", (text, currency, minor) => {
  expect(parseAmount(text, currency)).toBe(minor);
});

test.each([
  ["12,5", "EUR"],
  ["12.500,50", "EUR"],
  ["1.234", "EUR"],
  ["12.5", "JPY"],
  ["-5", "EUR"],
  ["", "EUR"],
  ["1e9", "EUR"],
  ["99999999999999999", "EUR"],
])("%s %s is refused", (text, currency) => {
  expect(parseAmount(text, currency)).toBeNull();
});
