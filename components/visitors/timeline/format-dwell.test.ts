import { expect, test } from "vitest";
import { formatDwell } from "./format-dwell.ts";

test("time on a page keeps one decimal below a minute", () => {
  expect(formatDwell(53_200)).toBe("53.2 s");
  expect(formatDwell(0)).toBe("0 s");
  expect(formatDwell(59_960)).toBe("1 min");
  expect(formatDwell(90_000)).toBe("1 min 30 s");
  expect(formatDwell(null)).toBe("—");
});
