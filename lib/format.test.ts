import { expect, test } from "vitest";
import {
  countryName,
  domainOf,
  formatCompact,
  formatDate,
  formatDateTime,
  formatDuration,
  formatInstant,
  formatMoney,
  formatNumber,
  formatPercent,
  formatRelative,
  initialsOf,
} from "./format.ts";

const NOW = new Date("2026-11-20T12:00:00Z");

test("absent values are a dash everywhere", () => {
  for (const text of [
    formatNumber(null),
    formatNumber(Number.NaN),
    formatCompact(undefined),
    formatPercent(null),
    formatMoney(null),
    formatDuration(null),
    formatRelative(null, NOW),
    formatDateTime("not a date"),
    formatDate(""),
    formatInstant(null),
    domainOf(" "),
    countryName(null),
  ]) {
    expect(text).toBe("—");
  }
});

test("zero is a value", () => {
  expect(formatNumber(0)).toBe("0");
  expect(formatPercent(0)).toBe("0.0%");
  expect(formatDuration(0)).toBe("0 s");
  expect(formatRelative(0, 0)).toBe("now");
});

test("numbers, shares and money", () => {
  expect(formatNumber(1234567)).toBe("1,234,567");
  expect(formatNumber(0.333, 2)).toBe("0.33");
  expect(formatCompact(999)).toBe("999");
  expect(formatCompact(12_345)).toBe("12.3K");
  expect(formatPercent(0.1234)).toBe("12.3%");
  expect(formatMoney(1200)).toBe("$1,200");
  expect(formatMoney(12.5, "EUR")).toBe("€12.50");
});

test.each([
  [53_000, "53 s"],
  [90_000, "1 min 30 s"],
  [59_600, "1 min"],
  [7_500_000, "2 h 5 min"],
  [97_200_000, "1 d 3 h"],
  [120, "<1 s"],
  [3_601_000, "1 h"],
])("%i ms lasts %s", (ms, text) => {
  expect(formatDuration(ms)).toBe(text);
});

test.each([
  ["2026-11-20T11:57:00Z", "3m ago"],
  ["2026-11-20T11:59:30Z", "now"],
  ["2026-11-19T11:00:00Z", "yesterday"],
  ["2026-11-22T12:00:00Z", "in 2d"],
  ["2026-11-20T13:30:00Z", "in 1h"],
])("%s seen from noon is %s", (at, text) => {
  expect(formatRelative(at, NOW)).toBe(text);
});

test("dates are written in the zone they are asked for", () => {
  expect(formatDateTime("2026-11-20T20:00:00Z", "Asia/Kolkata")).toBe("Nov 21, 2026, 01:30");
  expect(formatDate("2026-11-20T20:00:00Z", "Asia/Kolkata")).toBe("Nov 21, 2026");
  expect(formatInstant("2026-11-20T20:00:05Z")).toContain("20:00:05 UTC");
});

test("domains, initials, countries", () => {
  expect(domainOf("https://www.acme.com/pricing")).toBe("acme.com");
  expect(domainOf("acme.com/x")).toBe("acme.com");
  expect(domainOf("not a url")).toBe("not a url");
  expect(initialsOf("Ada Byron King")).toBe("AK");
  expect(initialsOf("(she) émile")).toBe("É");
  expect(initialsOf(null)).toBe("?");
  expect(countryName("de")).toBe("Germany");
  expect(countryName("Germany")).toBe("Germany");
});
