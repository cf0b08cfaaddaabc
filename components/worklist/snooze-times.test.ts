import { expect, test } from "vitest";
import { fieldTime, snoozeTimes } from "./snooze-times.ts";

const local = (text: string) => new Date(text); // no zone: the machine's own

test.each([
  ["2026-11-20T16:30", "2026-11-23T09:00"],
  ["2026-11-22T16:30", "2026-11-23T09:00"],
  ["2026-11-23T08:00", "2026-11-30T09:00"],
])("on %s the next Monday is %s", (now, monday) => {
  const times = snoozeTimes(local(now));
  expect(times.map((time) => fieldTime(time.at))).toContain(monday);
  for (const { at } of times) expect(at.getTime()).toBeGreaterThan(local(now).getTime());
});
