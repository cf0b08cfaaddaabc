import { expect, test } from "vitest";
import { describeChange } from "#lib/scoring/describe-change.ts";
import { DEFAULT_RULES } from "#lib/scoring/score-rules.ts";

test("a change is told rule by rule", () => {
  const { fit, intent, outcomes } = DEFAULT_RULES;
  expect(describeChange(DEFAULT_RULES, DEFAULT_RULES)).toEqual([]);
  const after = {
    ...DEFAULT_RULES,
    halfLifeDays: 5,
    intent: {
      ...intent,
      pages: intent.pages
        .slice(1)
        .map((page) => (page.name === "Demo page" ? { ...page, points: 12.5 } : page)),
    },
    fit: { ...fit, industries: [{ name: "Software", words: ["saas"], factor: 2 }] },
    outcomes: { ...outcomes, not_a_fit: { points: 0, earlier: 0, later: 0 } },
  };
  expect(describeChange(DEFAULT_RULES, after)).toEqual([
    "Page rule “Demo page”: /demo*, 10 points, at most 2 → /demo*, 12.5 points, at most 2",
    "Industry “Software” added: saas × 2",
    "Outcome “not a fit”: 0 points, before × 0.1, since × 0.1 → 0 points, before × 0, since × 0",
    "Half-life: 14 days → 5 days",
    "Page rule “Pricing page” removed: /pricing*, 6 points, at most 5",
  ]);
  const turned = { ...DEFAULT_RULES, intent: { ...intent, pages: intent.pages.toReversed() } };
  expect(describeChange(DEFAULT_RULES, turned)).toEqual(["Another order of the rules"]);
});
