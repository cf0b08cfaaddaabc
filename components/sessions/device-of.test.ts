import { expect, test } from "vitest";
import { deviceOf } from "./device-of.ts";

test("a user agent is told in words", () => {
  const mac =
    "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/122.0.0.0 Safari/537.36";
  expect(deviceOf(mac)).toEqual({ label: "Chrome on macOS", kind: "desktop" });
  const phone =
    "Mozilla/5.0 (iPhone; CPU iPhone OS 17_2 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.2 Mobile/15E148 Safari/604.1";
  expect(deviceOf(phone)).toEqual({ label: "Safari on iOS", kind: "mobile" });
  expect(deviceOf("???").kind).toBe("desktop");
  expect(deviceOf(null).label).toBeNull();
});
