import { expect, test } from "vitest";
import { fieldTime, parseFieldTime, snoozeTimes } from "./snooze-times.ts";

const iso = (text: string, zone: string) =>
  Object.fromEntries(
    snoozeTimes(new Date(text), zone).map(({ label, at }) => [label, at.toISOString()]),
  );

test("mornings are nine o'clock in the zone of whoever looks, also when the clocks change between", () => {
  // A Friday; the clocks of Berlin go forward on Sunday.
  expect(iso("2026-03-27T22:30:00.000Z", "Europe/Berlin")).toEqual({
    "In 3 hours": "2026-03-28T01:30:00.000Z",
    "Tomorrow morning": "2026-03-28T08:00:00.000Z",
    "Monday morning": "2026-03-30T07:00:00.000Z",
    "In two weeks": "2026-04-10T07:00:00.000Z",
    "In a month": "2026-04-26T07:00:00.000Z",
  });
  // There it is Saturday already.
  expect(iso("2026-03-27T22:30:00.000Z", "Asia/Kolkata")).toMatchObject({
    "Tomorrow morning": "2026-03-29T03:30:00.000Z",
    "Monday morning": "2026-03-30T03:30:00.000Z",
  });
});

test("on a Monday the next one is meant", () => {
  expect(iso("2026-03-23T10:00:00.000Z", "UTC")["Monday morning"]).toBe("2026-03-30T09:00:00.000Z");
});

test.each(["UTC", "America/St_Johns", "Asia/Kolkata", "Europe/Berlin", "Pacific/Kiritimati"])(
  "a field of %s says an instant and is read as the same",
  (zone) => {
    for (let hour = 0; hour < 24; hour++) {
      const at = new Date(Date.UTC(2026, 9, 25, hour, 15));
      const read = parseFieldTime(fieldTime(at, zone), zone);
      // The hour that comes twice when the clocks go back is one of the two.
      expect([0, 3_600_000]).toContain(Math.abs(at.getTime() - (read?.getTime() ?? 0)));
      expect(fieldTime(read ?? at, zone)).toBe(fieldTime(at, zone));
    }
    expect(parseFieldTime("", zone)).toBeNull();
  },
);
