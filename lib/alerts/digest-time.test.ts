import { expect, test } from "vitest";
import { nextDigest } from "./digest-time.ts";

const next = (delivery: "hourly" | "daily", timezone: string, at: string, digestHour = 9) => {
  const due = nextDigest({ delivery, digestHour, timezone }, Date.parse(at));
  return due === null ? null : new Date(due).toISOString();
};

test("an hourly digest comes at the full hour of the zone's clocks", () => {
  expect(next("hourly", "UTC", "2026-11-21T09:59:59Z")).toBe("2026-11-21T10:00:00.000Z");
  expect(next("hourly", "UTC", "2026-11-21T10:00:00Z")).toBe("2026-11-21T11:00:00.000Z");
  expect(next("hourly", "Asia/Kolkata", "2026-11-21T10:00:00Z")).toBe("2026-11-21T10:30:00.000Z");
});

test("a daily digest comes at the chosen hour, today or tomorrow", () => {
  expect(next("daily", "UTC", "2026-11-21T08:00:00Z")).toBe("2026-11-21T09:00:00.000Z");
  expect(next("daily", "UTC", "2026-11-21T09:00:00Z")).toBe("2026-11-22T09:00:00.000Z");
  // 23:30 on the 20th in New York is the 21st in UTC; the digest is that of the morning after.
  expect(next("daily", "America/New_York", "2026-11-21T04:30:00Z")).toBe(
    "2026-11-21T14:00:00.000Z",
  );
  expect(next("daily", "Pacific/Kiritimati", "2026-11-21T09:30:00Z", 0)).toBe(
    "2026-11-21T10:00:00.000Z",
  );
});

test("the days on which clocks change have one digest each", () => {
  // Berlin: 02:00 → 03:00 on 29 March, so there is no half past two.
  expect(next("daily", "Europe/Berlin", "2026-03-28T20:00:00Z", 2)).toBe(
    "2026-03-29T01:00:00.000Z",
  );
  expect(next("daily", "Europe/Berlin", "2026-03-28T20:00:00Z", 9)).toBe(
    "2026-03-29T07:00:00.000Z",
  );
  // 03:00 → 02:00 on 25 October: two o'clock comes twice, the digest once.
  const first = next("daily", "Europe/Berlin", "2026-10-24T20:00:00Z", 2);
  expect(first).toBe("2026-10-25T00:00:00.000Z");
  expect(next("daily", "Europe/Berlin", first ?? "", 2)).toBe("2026-10-26T01:00:00.000Z");
});

test("a rule that speaks at once has no digest", () => {
  expect(nextDigest({ delivery: "instant", digestHour: 9, timezone: "UTC" }, 0)).toBeNull();
});
