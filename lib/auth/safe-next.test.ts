import { expect, test } from "vitest";
import { safeNext } from "#lib/auth/safe-next.ts";

test("paths of ours are kept, with their query", () => {
  for (const path of ["/", "/acme/visitors", "/acme/visitors?stage=enriched&sort=-score#top"]) {
    expect(safeNext(path, "/fallback")).toBe(path);
  }
});

test.each([
  undefined,
  null,
  ["/acme"],
  "",
  "acme/visitors",
  "https://elsewhere.example/",
  "//elsewhere.example/",
  "/\\elsewhere.example/",
  "/\t/elsewhere.example/",
  "/\n//elsewhere.example/",
  "/.//elsewhere.example/",
  "/acme/..//elsewhere.example/",
  "javascript:alert(1)",
  "/api/auth/signout",
  `/${"a".repeat(3000)}`,
])("%j leads to the fallback", (next) => {
  expect(safeNext(next, "/fallback")).toBe("/fallback");
});
