import { expect, test } from "vitest";
import { DEFAULT_RULE_SET, type RuleSet } from "#lib/scoring/active-rules.ts";
import { explainScore } from "#lib/scoring/explain-score.ts";
import type { ScoreTraits } from "#lib/scoring/load-traits.ts";
import { rankOfTraits } from "#lib/scoring/rank-visitors.ts";
import { NO_RANK, scoreAt } from "#lib/scoring/score-rank.ts";
import { DEFAULT_RULES, scoreRules } from "#lib/scoring/score-rules.ts";
import type { OutcomeStatus } from "#lib/worklist/account.ts";

const DAY_MS = 86_400_000;
const NOW = Date.UTC(2026, 10, 21, 12);
const ago = (days: number) => NOW - days * DAY_MS;

const page = (days: number) => ({ path: "/pricing", at: ago(days) });
const of = (outcomes: [OutcomeStatus, number][], pages = [page(6), page(2)]): ScoreTraits => ({
  jobTitle: null,
  countryCode: null,
  company: null,
  firstSid: null,
  sessions: [],
  goals: [],
  pages,
  outcomes: outcomes.map(([status, days]) => ({ status, at: ago(days) })),
});
const rank = (traits: ScoreTraits, set = DEFAULT_RULE_SET) => rankOfTraits(set, traits).scoreRank;

test("a loss halves what was done before it; what is done since counts in full", () => {
  // One view before and one since: the same as of 3 points then and 6 since.
  const halved = { ...DEFAULT_RULES.intent.pages[0], name: "x", path: "/pricing", atMost: 5 };
  const plain = rank(of([], [page(2)]));
  expect(rank(of([["lost", 4]], [page(2)]))).toBe(plain);
  expect(rank(of([["lost", 1]], [page(2)]))).toBe(
    rank(of([], [page(2)]), {
      ...DEFAULT_RULE_SET,
      rules: {
        ...DEFAULT_RULES,
        intent: { ...DEFAULT_RULES.intent, pages: [{ ...halved, points: 3 }] },
      },
    }),
  );
  const between = rank(of([["lost", 4]]));
  expect(between).toBeLessThan(rank(of([])));
  expect(between).toBeGreaterThan(rank(of([["lost", 1]])));
});

test("not a fit weighs everything, also what comes later; a later outcome takes its place", () => {
  const tenth = Math.round(Math.log2(0.1) * 1e6);
  for (const days of [1, 4, 9]) {
    expect(rank(of([["not_a_fit", days]])) - rank(of([]))).toBe(tenth);
  }
  expect(
    rank(
      of([
        ["not_a_fit", 9],
        ["won", 4],
      ]),
    ),
  ).toBe(rank(of([])));
});

test("a meeting adds points that fade, for somebody without visits, too", () => {
  expect(rank(of([["meeting", 3]]))).toBeGreaterThan(rank(of([])));
  expect(rank(of([["meeting", 3]], []))).toBeGreaterThan(NO_RANK);
  expect(rank(of([["won", 3]], []))).toBe(NO_RANK);
  const { rules } = DEFAULT_RULE_SET;
  const gone = {
    ...rules,
    outcomes: { ...rules.outcomes, lost: { points: 0, earlier: 0, later: 0 } },
  };
  expect(rank(of([["lost", 3]]), { ...DEFAULT_RULE_SET, rules: gone })).toBe(NO_RANK);
});

test("the order of two stays the same as time goes by, whatever came of them", () => {
  const all = [
    of([]),
    of([["lost", 4]]),
    of([["lost", 1]]),
    of([["not_a_fit", 1]]),
    of([["meeting", 0]]),
  ];
  const orderAt = (days: number) =>
    all
      .map((traits, place) => ({
        place,
        score: scoreAt(rank(traits), DEFAULT_RULE_SET, ago(-days)),
      }))
      .sort((a, b) => b.score - a.score || a.place - b.place);
  const [first] = orderAt(0);
  for (const days of [0, 3, 10]) {
    const scores = orderAt(days);
    expect(scores[0]?.place).toBe(first?.place);
    expect(scores.at(-1)?.place).toBe(3);
  }
});

test("every point of an outcome is explained, and the parts add up", () => {
  const explain = (traits: ScoreTraits, set: RuleSet = DEFAULT_RULE_SET) => {
    const total = scoreAt(rank(traits, set), set, NOW);
    const { parts } = explainScore(set, traits, total, NOW);
    expect(parts.reduce((sum, { points }) => sum + points, 0)).toBe(total);
    return parts.filter(({ kind }) => kind === "outcome");
  };
  expect(
    explain(
      of([
        ["meeting", 3],
        ["lost", 1],
      ]),
    ),
  ).toEqual([
    {
      kind: "outcome",
      name: "Meeting recorded",
      points: 10,
      why: expect.stringContaining("3d ago"),
    },
    {
      kind: "outcome",
      name: "Lost",
      points: -13,
      why: "Recorded yesterday: what was done before counts × 0.5, what is done since in full",
    },
  ]);
  const none = { ...DEFAULT_RULES.outcomes, not_a_fit: { points: 0, earlier: 0, later: 0 } };
  const set = { ...DEFAULT_RULE_SET, rules: { ...DEFAULT_RULES, outcomes: none } };
  expect(explain(of([["not_a_fit", 1]]), set)[0]?.points).toBeLessThan(0);
  expect(explain(of([]))).toEqual([]);
});

test("rules that were saved before there were any for outcomes mean what they meant", () => {
  const { outcomes: _, ...older } = DEFAULT_RULES;
  const rules = scoreRules.parse(older);
  const set = { ...DEFAULT_RULE_SET, rules };
  expect(rank(of([["not_a_fit", 1]]), set)).toBe(rank(of([]), set));
});
