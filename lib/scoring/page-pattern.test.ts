import { expect, test } from "vitest";
import { likePattern, matchesPath } from "#lib/scoring/page-pattern.ts";

test.each([
  ["/pricing", "/pricing", true],
  ["/pricing/", "/pricing", true],
  ["/Pricing", "/pricing", true],
  ["/pricing/teams", "/pricing", false],
  ["/pricing/teams", "/pricing*", true],
  ["/de/pricing", "/pricing*", false],
  ["/de/pricing", "*/pricing", true],
  ["/de/pricing/x", "*/pricing", false],
  ["/de/docs/a/api/b", "/*/docs/*/b", true],
  ["/docs/b", "/docs/*/b", false],
  ["/", "/", true],
  ["/a", "/", false],
  ["/a_b", "/a_b", true],
  ["/aXb", "/a_b", false],
  ["/aa", "/a*a*a", false],
  ["/aXaYa", "/a*a*a", true],
])("%s by %s is %s", (path, pattern, expected) => {
  expect(matchesPath(path, pattern)).toBe(expected);
});

test("LIKE's own signs are signs", () => {
  expect(likePattern("/100%_a\\*/")).toBe("/100\\%\\_a\\\\%");
});
