import { expect, test } from "vitest";
import type { TimelineItem } from "#lib/visitors/timeline-item.ts";
import { groupTimeline } from "./group-timeline.ts";

const at = (minute: number) => new Date(Date.UTC(2026, 4, 4, 9, minute)).toISOString();
const view = (sessionId: string, minute: number): TimelineItem => ({
  kind: "pageview",
  at: at(minute),
  sessionId,
  url: "https://site.example/a",
  path: "/a",
  title: null,
  referrer: null,
  dwellMs: null,
});
const validated = (minute: number): TimelineItem => ({
  kind: "validated",
  at: at(minute),
  email: "a@b.example",
  validity: "valid",
  provider: null,
  error: null,
  eventId: "evt_1",
});

test("sessions stand together, also when two browsers overlap", () => {
  const blocks = groupTimeline([view("b", 9), view("a", 8), view("b", 7), view("a", 6)]);
  expect(blocks.map((block) => (block.kind === "session" ? block.items.length : 0))).toEqual([
    2, 2,
  ]);
  expect(blocks[0]).toMatchObject({ sid: "b", at: at(7) });
});

test("what happens during a session stands in it, what happens outside of one stands alone", () => {
  const blocks = groupTimeline([validated(9), view("a", 8), validated(7), view("a", 6)]);
  expect(blocks.map((block) => block.kind)).toEqual(["single", "session"]);
  expect(blocks[1]).toMatchObject({ items: [{ kind: "pageview" }, { kind: "validated" }, {}] });
});

test("a signal that only reports an outlink is shown once", () => {
  const base = {
    at: at(1),
    sessionId: "a",
    url: "https://site.example/a",
    path: "/a",
    title: null,
  };
  const outlink: TimelineItem = { ...base, kind: "outlink", outlink: "https://other.example" };
  const signal: TimelineItem = { ...base, kind: "signal", signal: "outlink", props: null };
  expect(groupTimeline([outlink, signal])[0]).toMatchObject({ items: [outlink] });
});
