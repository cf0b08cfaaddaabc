import { expect, test } from "vitest";
import { groupLeaves } from "./session-leaves.ts";

test("leaves stand under their headings, and what has no name of ours under the sender's", () => {
  const groups = groupLeaves([
    { name: "network.asn.name", value: "Example Telecom" },
    { name: "network.isEU", value: true },
    { name: "utm.source", value: "google" },
    { name: "createdAt", value: Date.UTC(2026, 4, 4, 9, 0) },
    { name: "newThing", value: 7 },
  ]);
  expect(groups.map(({ title }) => title)).toEqual(["Source", "Network", "Session", "Other"]);
  expect(groups[1]?.items).toEqual([
    { label: "Network", value: "Example Telecom" },
    { label: "In the EU", value: "yes" },
  ]);
  expect(groups[3]?.items).toEqual([{ label: "newThing", value: 7 }]);
});

test("no leaf is dropped", () => {
  const leaves = ["sid", "gclid", "a.b", "screen.width"].map((name) => ({ name, value: "x" }));
  expect(groupLeaves(leaves).flatMap(({ items }) => items)).toHaveLength(leaves.length);
});
