import { expect, it } from "vitest";
import { Random } from "./random.ts";
import { visitTime } from "./visit-time.ts";

it("keeps work devices to office hours of their own zone, and never goes back in time", () => {
  const random = new Random("visit-time");
  const offset = 5.5;
  let atDesk = 0;
  for (let i = 0; i < 500; i++) {
    const earliest = Date.UTC(2026, 0, 1) + random.next() * 90 * 86_400_000;
    const at = visitTime(random, earliest, offset, "work");
    expect(at).toBeGreaterThanOrEqual(earliest);
    expect(at - earliest).toBeLessThan(7 * 86_400_000);
    const local = new Date(at + offset * 3_600_000);
    const isWeekday = local.getUTCDay() > 0 && local.getUTCDay() < 6;
    if (isWeekday && local.getUTCHours() >= 7 && local.getUTCHours() < 19) atDesk++;
  }
  expect(atDesk).toBeGreaterThan(400);
});
