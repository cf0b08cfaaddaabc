import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { setClock } from "#lib/clock.ts";
import { parseAttributionQuery } from "./search-params.ts";

let restore = () => {};
beforeEach(() => {
  // Already the 16th in Kolkata.
  restore = setClock(() => Date.parse("2026-11-15T20:00:00Z"));
});
afterEach(() => restore());

describe("parseAttributionQuery", () => {
  it("fills in the defaults in the workspace's time zone", () => {
    expect(parseAttributionQuery({}, "Asia/Kolkata")).toEqual({
      goal: "identified",
      model: "last",
      dimension: "channel",
      from: "2026-10-18",
      to: "2026-11-16",
      timezone: "Asia/Kolkata",
      lookbackDays: 90,
    });
    expect(parseAttributionQuery({}, "UTC").to).toBe("2026-11-15");
  });

  it("takes what is given, and leaves other parameters alone", () => {
    const raw = { goal: "outcome:won", lookbackDays: "7", to: "2026-03-01", tab: "chart" };
    expect(parseAttributionQuery(raw, "UTC")).toMatchObject({
      goal: "outcome:won",
      lookbackDays: 7,
      from: "2026-01-31",
      to: "2026-03-01",
    });
    expect(parseAttributionQuery(raw, "UTC")).not.toHaveProperty("tab");
  });

  it.each([
    [{ goal: "sold" }, /"goal" must be identified/],
    [{ model: "magic" }, /"model" must be one of first/],
    [{ dimension: "color" }, /"dimension" must be one of channel/],
    [{ from: "2026-02-30" }, /"from" must be a date/],
    [{ to: "9999-12-31" }, /"to" must lie between/],
    [{ from: "2026-02-02", to: "2026-02-01" }, /"from" .* must not be after "to"/],
    [{ timezone: "Mars/Olympus" }, /"timezone" must be a time zone/],
    [{ lookbackDays: "-1" }, /"lookbackDays" must be a whole number/],
    [{ lookbackDays: "4000" }, /"lookbackDays" must be a whole number/],
    [{ model: ["first", "last"] }, /"model" must be one of/],
  ])("says what is wrong with %o", (raw, message) => {
    expect(() => parseAttributionQuery(raw, "UTC")).toThrow(message);
  });
});
