import { describe, expect, it } from "vitest";
import { addDays, isTimezone, localDate, periodOf, startOfDate } from "./period.ts";

const HOUR = 3_600_000;

describe("periodOf", () => {
  it.each([
    ["Europe/Lisbon", "2026-03-29", "2026-03-29T00:00:00.000Z", 23],
    ["Europe/Lisbon", "2026-10-25", "2026-10-24T23:00:00.000Z", 25],
    ["Europe/Lisbon", "2026-07-01", "2026-06-30T23:00:00.000Z", 24],
    ["Asia/Kolkata", "2026-03-29", "2026-03-28T18:30:00.000Z", 24],
    ["America/St_Johns", "2026-03-08", "2026-03-08T03:30:00.000Z", 23],
    ["America/St_Johns", "2026-11-01", "2026-11-01T02:30:00.000Z", 25],
    ["Pacific/Kiritimati", "2026-01-01", "2025-12-31T10:00:00.000Z", 24],
    ["Etc/GMT+12", "2026-01-01", "2026-01-01T12:00:00.000Z", 24],
    ["Africa/Cairo", "2026-04-24", "2026-04-23T22:00:00.000Z", 23],
    ["Australia/Lord_Howe", "2026-10-04", "2026-10-03T13:30:00.000Z", 23.5],
    ["UTC", "2024-02-29", "2024-02-29T00:00:00.000Z", 24],
  ])("%s %s starts at %s and has %d hours", (timezone, date, start, hours) => {
    const period = periodOf(date, date, timezone);
    expect(new Date(period.start).toISOString()).toBe(start);
    expect((period.end - period.start) / HOUR).toBe(hours);
  });

  it("includes both ends, over both changes of the clock", () => {
    const { start, end } = periodOf("2026-01-01", "2026-12-31", "Europe/Lisbon");
    expect((end - start) / HOUR).toBe(365 * 24);
  });

  it("tiles time: each instant is in the day that its local date names", () => {
    for (const timezone of ["Europe/Lisbon", "Asia/Kolkata", "America/St_Johns"]) {
      for (let date = "2026-01-01"; date < "2027-01-01"; date = addDays(date, 1)) {
        const start = startOfDate(date, timezone);
        expect(localDate(start, timezone)).toBe(date);
        expect(localDate(start - 1, timezone)).toBe(addDays(date, -1));
      }
    }
  });

  it("gives a day that a zone skipped no time at all", () => {
    const { start, end } = periodOf("2011-12-30", "2011-12-30", "Pacific/Apia");
    expect(end - start).toBe(0);
  });

  it("refuses a period that ends before it begins", () => {
    expect(() => periodOf("2026-02-01", "2026-01-01", "UTC")).toThrow(/must not be after/);
  });
});

describe("isTimezone", () => {
  it.each([
    ["Europe/Lisbon", true],
    ["UTC", true],
    ["Mars/Olympus", false],
    ["", false],
  ])("%s: %s", (name, expected) => {
    expect(isTimezone(name)).toBe(expected);
  });
});
