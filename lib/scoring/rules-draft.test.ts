import { expect, test } from "vitest";
import { draftOf, parseDraft } from "#lib/scoring/rules-draft.ts";
import { DEFAULT_RULES } from "#lib/scoring/score-rules.ts";

test("rules go into a form and come out the same", () => {
  expect(parseDraft(draftOf(DEFAULT_RULES))).toEqual({ rules: DEFAULT_RULES, errors: null });
});

test("what is wrong is said at its cell", () => {
  const draft = draftOf(DEFAULT_RULES);
  const { errors } = parseDraft({
    ...draft,
    companySize: [{ from: "10", to: "5", factor: "" }],
    countries: [{ name: "Iberia", codes: "pt, Spain", factor: "1,5" }],
    seniority: [{ name: "", words: " , ", factor: "99" }],
    pages: [{ name: "Pricing", path: "pricing", points: "-1", atMost: "1.5" }],
    numbers: { ...draft.numbers, midpoint: "many", halfLifeDays: "0" },
  });
  expect(errors).toEqual({
    "companySize.0.factor": "Enter a number.",
    "countries.0.codes": "Use two-letter codes such as DE, US.",
    "seniority.0.name": "Give it a name.",
    "seniority.0.words": "Enter at least one.",
    "seniority.0.factor": "A factor is at most 10.",
    "pages.0.path": "A path begins with / (or with *).",
    "pages.0.points": "Points are not negative.",
    "pages.0.atMost": "Enter a whole number.",
    "numbers.halfLifeDays": "At least one day.",
    "numbers.midpoint": "Enter a number.",
  });
});

test("a band that ends before it begins", () => {
  const draft = draftOf(DEFAULT_RULES);
  const { errors } = parseDraft({ ...draft, companySize: [{ from: "10", to: "5", factor: "1" }] });
  expect(errors).toEqual({ "companySize.0.to": "Not less than where it begins." });
});

test("what is no form is refused", () => {
  expect(() => parseDraft(null)).toThrow("not ours");
  expect(() => parseDraft({ ...draftOf(DEFAULT_RULES), pages: [{ name: 7 }] })).toThrow("not ours");
});
