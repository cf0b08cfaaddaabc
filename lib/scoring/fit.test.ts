import { expect, test } from "vitest";
import { type FitTraits, fitOf, hasWord } from "#lib/scoring/fit.ts";
import { DEFAULT_RULES, scoreRules } from "#lib/scoring/score-rules.ts";

const nothing: FitTraits = { jobTitle: null, countryCode: null, company: null };
const company = { employeeCount: null, industry: null, countryCode: null };
const rules = {
  ...DEFAULT_RULES.fit,
  industries: [{ name: "Software", words: ["software", "IT services"], factor: 1.5 }],
  countries: [
    { name: "Home", codes: ["PT", "ES"], factor: 2 },
    { name: "Far", codes: ["NZ"], factor: 0.5 },
  ],
};

test("the default rules are rules", () => {
  expect(scoreRules.parse(DEFAULT_RULES)).toEqual(DEFAULT_RULES);
});

test("what is not known counts neither way", () => {
  expect(fitOf(rules, nothing)).toBe(1);
  expect(fitOf(rules, { ...nothing, company })).toBe(1);
  expect(fitOf(rules, { ...nothing, jobTitle: "Gardener" })).toBe(1);
});

test.each([
  ["size at the lower end", { company: { ...company, employeeCount: 51 } }, 1.2],
  ["size at the upper end", { company: { ...company, employeeCount: 200 } }, 1.2],
  ["a size without an end", { company: { ...company, employeeCount: 90_000 } }, 1.1],
  ["no employees", { company: { ...company, employeeCount: 0 } }, 1],
  ["industry in any case", { company: { ...company, industry: "Computer SOFTWARE" } }, 1.5],
  ["industry of two words", { company: { ...company, industry: "IT Services & more" } }, 1.5],
  ["half a word", { company: { ...company, industry: "Softwarehouse" } }, 1],
  ["country of the person", { countryCode: "pt" }, 2],
  ["country of the company", { company: { ...company, countryCode: "PT" } }, 2],
  [
    "the person's before the company's",
    { countryCode: "NZ", company: { ...company, countryCode: "PT" } },
    0.5,
  ],
  ["title", { jobTitle: "Vice-President, Sales" }, 1.4],
  ["the first of two titles", { jobTitle: "Student and CEO" }, 0.6],
])("%s", (_, traits, expected) => {
  expect(fitOf(rules, { ...nothing, ...traits })).toBeCloseTo(expected, 10);
});

test("words are whole words", () => {
  expect(hasWord("Head of Data", ["head"])).toBe(true);
  expect(hasWord("Headhunter", ["head"])).toBe(false);
  expect(hasWord("CEO/Founder", ["ceo"])).toBe(true);
  expect(hasWord("Führung", ["hr"])).toBe(false);
  expect(hasWord("Anything", ["…"])).toBe(false);
});
