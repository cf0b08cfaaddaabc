import fc from "fast-check";
import { expect, test } from "vitest";
import { type DealingRule, type DealtAccount, dealAccounts, isFor } from "#lib/worklist/deal.ts";

const rule = (values: Partial<DealingRule> = {}): DealingRule => ({
  id: "r1",
  countries: [],
  industries: [],
  minEmployees: null,
  maxEmployees: null,
  domainEnding: null,
  memberIds: ["ann", "bob", "cid"],
  lastMemberId: null,
  ...values,
});
const account = (values: Partial<DealtAccount> = {}): DealtAccount => ({
  id: "c1",
  countryCode: "DE",
  industry: "Software",
  employeeCount: 50,
  domain: "shop.acme.de",
  ...values,
});
const many = (count: number) => Array.from({ length: count }, (_, i) => account({ id: `c${i}` }));

test.each<[string, Partial<DealingRule>, Partial<DealtAccount>, boolean]>([
  ["nothing asked", {}, { countryCode: null, domain: null, employeeCount: null }, true],
  ["the country", { countries: ["AT", "DE"] }, { countryCode: "de" }, true],
  ["another country", { countries: ["AT"] }, {}, false],
  ["no country known", { countries: ["DE"] }, { countryCode: null }, false],
  ["the industry in any case", { industries: ["software"] }, {}, true],
  ["another industry", { industries: ["Retail"] }, {}, false],
  ["the ends of a size band", { minEmployees: 50, maxEmployees: 50 }, {}, true],
  ["below a size band", { minEmployees: 51 }, {}, false],
  ["above a size band", { maxEmployees: 49 }, {}, false],
  ["no size known, at least none", { minEmployees: 0 }, { employeeCount: null }, false],
  ["no size known, at most", { maxEmployees: 9 }, { employeeCount: null }, false],
  ["the ending of a domain", { domainEnding: "de" }, {}, true],
  ["the domain itself", { domainEnding: "acme.de" }, { domain: "acme.de" }, true],
  ["no part of a label", { domainEnding: "cme.de" }, {}, false],
  ["all of it", { countries: ["DE"], maxEmployees: 10 }, {}, false],
])("%s", (_, asked, known, fits) => {
  expect(isFor(rule(asked), account(known))).toBe(fits);
});

test("the first rule that fits deals; a rule of which nobody is active is passed over", () => {
  const rules = [
    rule({ id: "at", countries: ["AT"] }),
    rule({ id: "away", memberIds: ["dan"] }),
    rule({ id: "all", memberIds: ["bob"] }),
  ];
  const { deals, turns } = dealAccounts(rules, new Set(["bob"]), [account()]);
  expect(deals).toEqual([{ accountId: "c1", ruleId: "all", memberId: "bob" }]);
  expect([...turns]).toEqual([["all", "bob"]]);
  expect(dealAccounts(rules, new Set(), [account()]).deals).toEqual([]);
});

test("turns go on where they were, and one who is disabled is passed over", () => {
  const { deals } = dealAccounts([rule({ lastMemberId: "ann" })], new Set(["ann", "cid"]), many(3));
  expect(deals.map((deal) => deal.memberId)).toEqual(["cid", "ann", "cid"]);
});

test("however accounts come in lots, shares differ by one at most and the order is the same", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 7 }), { maxLength: 12 }), (lots) => {
      const active = new Set(["ann", "bob", "cid"]);
      let last: string | null = null;
      const got: string[] = [];
      for (const size of lots) {
        const { deals, turns } = dealAccounts([rule({ lastMemberId: last })], active, many(size));
        got.push(...deals.map((deal) => deal.memberId));
        last = turns.get("r1") ?? last;
      }
      const whole = dealAccounts([rule()], active, many(got.length)).deals;
      expect(got).toEqual(whole.map((deal) => deal.memberId));
      const shares = [...active].map((id) => got.filter((one) => one === id).length);
      expect(Math.max(...shares) - Math.min(...shares)).toBeLessThanOrEqual(1);
    }),
  );
});
