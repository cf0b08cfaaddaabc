import { expect, test } from "vitest";
import { type ConfidenceInput, confidenceOf } from "#lib/visitors/confidence.ts";

const nothing: ConfidenceInput = {
  firstName: null,
  lastName: null,
  fullName: null,
  statedName: null,
  statedCompany: null,
  companyName: null,
  companyDomain: null,
  countryCode: null,
  timezone: null,
  emails: [],
  sessionCountries: [],
  botScore: null,
  isCorporateProxy: false,
};
const email = { value: "jose.luna@mail.acme.example", type: "professional", validity: "valid" };
const good: ConfidenceInput = {
  ...nothing,
  firstName: "José",
  companyDomain: "acme.example",
  emails: [email],
};

const kinds = (input: ConfidenceInput) =>
  confidenceOf(input).evidence.map(({ kind, supports }) => `${supports ? "+" : "-"}${kind}`);

test("nothing known is low, with no evidence", () => {
  expect(confidenceOf(nothing)).toEqual({ level: "low", evidence: [] });
});

test("three that agree and none that disagrees is high", () => {
  expect(kinds(good)).toEqual(["+company_domain", "+name_in_email", "+email_validity"]);
  expect(confidenceOf(good).level).toBe("high");
});

test("one that disagrees is medium, as many as agree is low", () => {
  expect(confidenceOf({ ...good, isCorporateProxy: true }).level).toBe("medium");
  const doubted = {
    ...good,
    isCorporateProxy: true,
    botScore: 3,
    countryCode: "PT",
    sessionCountries: ["BR"],
  };
  expect(confidenceOf(doubted).level).toBe("low");
});

test.each<[string, Partial<ConfidenceInput>, string[]]>([
  [
    "a foreign domain",
    { companyDomain: "other.example", emails: [{ ...email, validity: null }] },
    ["-company_domain"],
  ],
  [
    "a look-alike domain",
    { companyDomain: "e.example", emails: [{ ...email, validity: null }] },
    ["-company_domain"],
  ],
  ["companies of one name", { statedCompany: "Acme Ltd.", companyName: "ACME" }, ["+company_name"]],
  ["companies of two names", { statedCompany: "Bolt", companyName: "Acme" }, ["-company_name"]],
  ["only invalid e-mails", { emails: [{ ...email, validity: "invalid" }] }, ["-email_validity"]],
  ["a catch-all", { emails: [{ ...email, validity: "catch_all" }] }, []],
  [
    "the same country among several",
    { countryCode: "PT", sessionCountries: ["BR", "PT"] },
    ["+country"],
  ],
  ["a middling bot score", { botScore: 50 }, []],
  ["a human", { botScore: 95 }, ["+human"]],
])("%s", (_, input, expected) => {
  expect(kinds({ ...nothing, ...input })).toEqual(expected);
});

test("the names of identity and enrichment agree in any order of words", () => {
  const named = { ...nothing, fullName: "José Luna", statedName: "Luna Jose" };
  expect(kinds(named)).toEqual(["+name"]);
  expect(kinds({ ...named, statedName: "Luna" })).toEqual(["+name"]);
  expect(kinds({ ...named, statedName: "Ana Luna" })).toEqual(["-name"]);
  expect(kinds({ ...named, statedName: null })).toEqual([]);
});

test("the browser's clock is compared with those of the country", () => {
  const home = { ...nothing, timezone: "Europe/Lisbon", countryCode: "PT" };
  expect(kinds(home)).toEqual(["+time_zone"]);
  // Another name of the same clock is the same.
  expect(kinds({ ...home, timezone: "Asia/Calcutta", countryCode: "IN" })).toEqual(["+time_zone"]);
  expect(kinds({ ...home, timezone: "America/Lima" })).toEqual(["-time_zone"]);
  for (const timezone of ["Mars/Base", null]) expect(kinds({ ...home, timezone })).toEqual([]);
  expect(kinds({ ...home, countryCode: "ZZ" })).toEqual([]);
});
