import { expect, it } from "vitest";
import { ONE, shareOut } from "./credit.ts";
import { CreditSums } from "./credit-sums.ts";

const DAY = { date: "2026-11-20", money: null, count: 1 };

it("stays exact beyond 2^53 parts", () => {
  const sums = new CreditSums(null);
  const parts = shareOut([1, 1, 1]);
  for (let i = 0; i < 20_000; i++) sums.add({ ...DAY, keys: ["a", "b", "c"], parts });
  const { byKey, conversions, dates } = sums.result();
  const total = byKey.reduce((sum, [, , own]) => sum + BigInt(own), 0n);
  expect([conversions, total]).toEqual([20_000, 20_000n * BigInt(ONE)]);
  expect(dates.map(([, , own]) => own).toSorted()).toEqual(
    byKey.map(([, , own]) => own).toSorted(),
  );
});

it("gives a conversion without a touch to the key null", () => {
  const sums = new CreditSums("EUR");
  const money = { minor: 999n, currency: "EUR" };
  sums.add({ ...DAY, keys: [], parts: [], money, count: 2 });
  expect(sums.result().byKey).toEqual([[null, 2, `${2 * ONE}`, "1998"]]);
});

it("counts a conversion once for a key that it touched twice, and leaves other currencies out", () => {
  const sums = new CreditSums("EUR");
  const parts = shareOut([1, 1, 2]);
  const keys = ["a", "a", "b"];
  sums.add({ ...DAY, keys, parts, money: { minor: 101n, currency: "EUR" } });
  sums.add({ ...DAY, keys, parts, money: { minor: 7n, currency: "USD" } });
  const { byKey, value } = sums.result();
  expect(byKey.map(([key, conversions]) => [key, conversions])).toEqual([
    ["a", 2],
    ["b", 2],
  ]);
  expect(byKey.reduce((sum, [, , , own]) => sum + Number(own), 0)).toBe(101);
  expect(value).toBe("101");
});

it("names by date the keys of most credit and all that have as much as the last of them", () => {
  const sums = new CreditSums(null);
  const add = (key: string, count: number) =>
    sums.add({ ...DAY, keys: [key], parts: [ONE], count });
  for (let i = 0; i < 19; i++) add(`top ${i}`, 9);
  for (let i = 0; i < 5; i++) add(`tie ${i}`, 4);
  add("little", 1);
  const { dated, dates } = sums.result();
  expect(dated).toBe(24);
  expect(dates.find(([, place]) => place === -1)?.[2]).toBe(String(ONE));
});
