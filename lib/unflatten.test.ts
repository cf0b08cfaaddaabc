import { expect, test } from "vitest";
import { factsOf } from "#lib/facts.ts";
import { unflattenFacts } from "#lib/unflatten.ts";

const origin = {
  rank: 3,
  at: 0,
  eventId: "evt_1",
  hash: "h",
  type: "identity.enriched",
  provider: null,
};

test("is the way back from factsOf", () => {
  const company = {
    name: "Acme",
    seo: { rank: 1 },
    a: { b: { c: [1, { d: null }] } },
    list: ["x"],
  };
  expect(unflattenFacts(factsOf(company, origin))).toEqual(company);
});

test("where senders disagree on the kind of a field, the object is shown", () => {
  const fact = { value: 1, origin };
  expect(unflattenFacts({ a: fact, "a.b": fact })).toEqual({ a: { b: 1 } });
  expect(unflattenFacts({ "a.b": fact, a: fact })).toEqual({ a: { b: 1 } });
});

test("names of the object's own machinery are plain fields", () => {
  const found = unflattenFacts({ "__proto__.polluted": { value: true, origin } });
  expect(Object.keys(found)).toEqual(["__proto__"]);
  expect({}).not.toHaveProperty("polluted");
});
