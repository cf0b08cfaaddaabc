import { expect, test } from "vitest";
import { countWords, pageWords, timesWords } from "./count-words.ts";
import { moneyWords } from "./outcome-words.ts";

test("counts are said as people say them", () => {
  expect(countWords(1, "person", "people")).toBe("1 person");
  expect(countWords(1_200, "person", "people")).toBe("1,200 people");
  expect(countWords(201, "person", "people", 200)).toBe("200+ people");
  expect([1, 2, 3].map(timesWords)).toEqual(["once", "twice", "3 times"]);
});

test("pages are said without their slashes", () => {
  expect(["/", "/pricing", "/blog/a/"].map(pageWords)).toEqual(["start page", "pricing", "blog/a"]);
});

test("money is said in whole units of its currency", () => {
  expect(moneyWords(1_250_050, "EUR")).toBe("€12,500.50");
  expect(moneyWords(1_250_050, "JPY")).toBe("¥1,250,050");
  expect(moneyWords(null, null)).toBeNull();
});
