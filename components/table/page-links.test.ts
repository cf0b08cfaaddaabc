import { expect, test } from "vitest";
import type { UrlState } from "#lib/search-state.ts";
import { pageLinks } from "./page-links.ts";

const stateOf = (href: string | null): UrlState =>
  Object.fromEntries(new URL(href ?? "", "http://a.example").searchParams);

test("one goes back the way one came, with the filters", () => {
  const first = pageLinks("/a", { q: "x" }, "c1");
  expect(first.previousHref).toBeNull();
  const second = pageLinks("/a", stateOf(first.nextHref), "c2");
  expect(second.previousHref).toBe("/a?q=x");
  const third = pageLinks("/a", stateOf(second.nextHref), null);
  expect(third.nextHref).toBeNull();
  expect(stateOf(third.previousHref)).toEqual({ q: "x", cursor: "c1", before: "first" });
});

test("a link into the middle leads back to the first page", () => {
  expect(pageLinks("/a", { cursor: "c9" }, null).previousHref).toBe("/a");
});

test("the trail does not grow without end", () => {
  let state: UrlState = {};
  for (let i = 0; i < 50; i++) state = stateOf(pageLinks("/a", state, `c${i}`).nextHref);
  expect(String(state.before).split(".")).toHaveLength(20);
});
