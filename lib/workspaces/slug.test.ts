import { expect, test } from "vitest";
import { freeSlug, isReservedSlug, isSlug, slugOf } from "#lib/workspaces/slug.ts";

test.each([
  ["Acme", "acme"],
  ["  Blåbær & Søn, Inc. ", "blabaer-son-inc"],
  ["Größe", "grosse"],
  ["東京", "workspace"],
  ["-- ! --", "workspace"],
  ["a".repeat(60), "a".repeat(40)],
])("%j becomes %j", (name, slug) => expect(slugOf(name)).toBe(slug));

test("a taken slug gets the first free number", () => {
  expect(freeSlug("acme", new Set())).toBe("acme");
  expect(freeSlug("acme", new Set(["acme", "acme-2"]))).toBe("acme-3");
});

test("our own first path parts are reserved", () => {
  for (const slug of ["api", "sign-in", "setup", "invite"]) expect(isReservedSlug(slug)).toBe(true);
  expect(isReservedSlug("acme")).toBe(false);
});

test("what no workspace can be called is told apart", () => {
  for (const slug of ["acme", "acme-2", "2b"]) expect(isSlug(slug)).toBe(true);
  for (const text of ["favicon.ico", "api", "", "Acme", "-a"]) expect(isSlug(text)).toBe(false);
});
