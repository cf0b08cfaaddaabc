import fc from "fast-check";
import { expect, test } from "vitest";
import type { Facts } from "#lib/facts.ts";
import { packFacts, unpackFacts } from "#lib/packed-facts.ts";

const origin = fc.record({
  rank: fc.constantFrom(1, 2, 3),
  at: fc.integer({ min: 0, max: 3 }),
  eventId: fc.constantFrom("evt_a", "evt_b"),
  hash: fc.constantFrom("h1", "h2"),
  type: fc.constant("identity.resolved"),
  provider: fc.constantFrom(null, "p1", "p2"),
});
const facts = fc.dictionary(
  fc.constantFrom("name", "utm.source", "network.ip", "skills"),
  fc.tuple(origin, fc.jsonValue()).map(([from, value]) => ({ value, origin: from })),
);

test("what is packed comes out as it went in, and the order of fields does not matter", () => {
  fc.assert(
    fc.property(facts, (given) => {
      const all = JSON.parse(JSON.stringify(given)) as Facts;
      expect(unpackFacts(JSON.parse(JSON.stringify(packFacts(all))))).toEqual(all);
      const turned = Object.fromEntries(Object.entries(all).reverse());
      expect(packFacts(turned)).toEqual(packFacts(all));
    }),
  );
});

test("each event is held once", () => {
  const from = { rank: 1, at: 1, eventId: "e", hash: "h", type: "t", provider: null };
  const { origins } = packFacts({
    a: { value: 1, origin: from },
    b: { value: 2, origin: { ...from } },
  });
  expect(origins).toEqual([[1, 1, "e", "h", "t", null]]);
});
