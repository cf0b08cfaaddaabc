import { expect, test } from "vitest";
import { receiptPages } from "./receipt-pages.ts";

const stateOf = (href: string | null) => new URL(href ?? "", "http://a.example").searchParams;

test("one goes back the way one came, and the empty key stays", () => {
  const first = receiptPages("/r", new URLSearchParams("key="), "c1");
  expect(first.previousHref).toBeNull();
  const second = receiptPages("/r", stateOf(first.nextHref), "c2");
  expect(second.previousHref).toBe("/r?key=");
  const third = receiptPages("/r", stateOf(second.nextHref), null);
  expect(third.nextHref).toBeNull();
  expect(third.previousHref).toBe("/r?key=&cursor=c1&before=first");
});

test("the trail does not grow without end", () => {
  let state = new URLSearchParams();
  for (let i = 0; i < 50; i++) state = stateOf(receiptPages("/r", state, `c${i}`).nextHref);
  expect(state.get("before")?.split(".")).toHaveLength(20);
});
