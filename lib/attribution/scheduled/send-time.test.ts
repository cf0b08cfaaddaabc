import { expect, test } from "vitest";
import { lastDue, nextSend, periodBefore } from "./send-time.ts";

const at = (text: string) => Date.parse(text);
const next = (time: Parameters<typeof nextSend>[0], zone: string, from: string) =>
  new Date(nextSend(time, zone, at(from))).toISOString();

const mondayAt8 = { rhythm: "weekly", day: 1, hour: 8 } as const;

test("every Monday at eight by the clocks of the zone, also over a change of the clocks", () => {
  // Berlin is two hours ahead of UTC until 25 October 2026, then one.
  expect(next(mondayAt8, "Europe/Berlin", "2026-10-14T00:00:00Z")).toBe("2026-10-19T06:00:00.000Z");
  expect(next(mondayAt8, "Europe/Berlin", "2026-10-19T06:00:00Z")).toBe("2026-10-26T07:00:00.000Z");
  expect(next(mondayAt8, "Europe/Berlin", "2026-10-26T06:59:59Z")).toBe("2026-10-26T07:00:00.000Z");
});

test("an hour that the clocks jump over is the one after, one that comes twice is the first", () => {
  const sundayAt2 = { rhythm: "weekly", day: 7, hour: 2 } as const;
  expect(next(sundayAt2, "Europe/Berlin", "2026-03-28T00:00:00Z")).toBe("2026-03-29T01:00:00.000Z");
  expect(next(sundayAt2, "Europe/Berlin", "2026-10-24T12:00:00Z")).toBe("2026-10-25T00:00:00.000Z");
  // Not again when the same hour comes the second time.
  expect(next(sundayAt2, "Europe/Berlin", "2026-10-25T00:00:00Z")).toBe("2026-11-01T01:00:00.000Z");
});

test("half-hour zones and days before and after UTC's own", () => {
  expect(next(mondayAt8, "Asia/Kolkata", "2026-11-20T00:00:00Z")).toBe("2026-11-23T02:30:00.000Z");
  const midnight = { ...mondayAt8, hour: 0 };
  expect(next(midnight, "Pacific/Kiritimati", "2026-11-20T00:00:00Z")).toBe(
    "2026-11-22T10:00:00.000Z",
  );
  expect(next(midnight, "Pacific/Pago_Pago", "2026-11-20T00:00:00Z")).toBe(
    "2026-11-23T11:00:00.000Z",
  );
});

test("a day of every month, short ones included", () => {
  const on28 = { rhythm: "monthly", day: 28, hour: 0 } as const;
  expect(next(on28, "UTC", "2027-01-28T00:00:00Z")).toBe("2027-02-28T00:00:00.000Z");
  expect(next({ ...on28, day: 1 }, "UTC", "2026-12-01T00:00:01Z")).toBe("2027-01-01T00:00:00.000Z");
});

test("what was missed for weeks is sent once, with the figures of the latest time", () => {
  const due = at("2026-10-19T06:00:00Z");
  const last = lastDue(mondayAt8, "Europe/Berlin", due, at("2026-11-18T00:00:00Z"));
  expect(new Date(last).toISOString()).toBe("2026-11-16T07:00:00.000Z");
  expect(periodBefore("weekly", "Europe/Berlin", last)).toEqual({
    ...{ from: "2026-11-09", to: "2026-11-15", timezone: "Europe/Berlin" },
  });
  expect(lastDue(mondayAt8, "Europe/Berlin", due, due)).toBe(due);
  expect(periodBefore("monthly", "UTC", at("2027-03-15T08:00:00Z"))).toMatchObject({
    ...{ from: "2027-02-01", to: "2027-02-28" },
  });
});
