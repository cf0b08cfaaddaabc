import fc from "fast-check";
import { expect, test } from "vitest";
import { DEFAULT_RULE_SET } from "#lib/scoring/active-rules.ts";
import { explainScore } from "#lib/scoring/explain-score.ts";
import type { ScoreTraits } from "#lib/scoring/load-traits.ts";
import { rankOfTraits } from "#lib/scoring/rank-visitors.ts";
import { scoreAt } from "#lib/scoring/score-rank.ts";

const DAY_MS = 86_400_000;
const NOW = Date.UTC(2026, 10, 21, 12);
const ago = (days: number) => NOW - days * DAY_MS;
const set = DEFAULT_RULE_SET;

function explain(traits: ScoreTraits, at = NOW) {
  const total = scoreAt(rankOfTraits(set, traits).scoreRank, set, at);
  return explainScore(set, traits, total, at);
}

// The worked example of docs/scoring.md.
const maya: ScoreTraits = {
  jobTitle: "Head of Growth",
  countryCode: "PT",
  company: { employeeCount: 240, industry: null, countryCode: null },
  firstSid: "s1",
  sessions: [
    { sid: "s2", createdAt: ago(2), lastSeenAt: ago(2), pageviews: 5, engagedMs: 200_000 },
    { sid: "s1", createdAt: ago(16), lastSeenAt: ago(16), pageviews: 2, engagedMs: 30_000 },
  ],
  pages: [
    { path: "/pricing", at: ago(2) },
    { path: "/pricing/teams", at: ago(2) },
    { path: "/pricing", at: ago(16) },
  ],
  goals: [
    { goal: "identified", at: ago(16) },
    { goal: "qualified", at: ago(16) },
    { goal: "enriched", at: ago(16) },
    { goal: "valid_email", at: ago(2) },
  ],
  outcomes: [],
};

test("the worked example", () => {
  expect(explain(maya)).toEqual({
    total: 58,
    parts: [
      { kind: "intent", name: "Pricing page", points: 23, why: "3 views, last 2d ago" },
      { kind: "intent", name: "Depth", points: 13, why: "7 pages, 4 min engaged, last 2d ago" },
      { kind: "intent", name: "Return visits", points: 5, why: "Came back once, 2d ago" },
      {
        kind: "intent",
        name: "Qualified",
        points: 3,
        why: "The sender qualified the person, 2w ago",
      },
      { kind: "intent", name: "Enriched", points: 2, why: "The person’s profile is known, 2w ago" },
      {
        kind: "intent",
        name: "Valid e-mail",
        points: 4,
        why: "An address was found valid, 2d ago",
      },
      { kind: "fit", name: "Company size", points: 8, why: "240 employees: × 1.4" },
      { kind: "fit", name: "Industry", points: 0, why: "Not known, so it counts neither way" },
      { kind: "fit", name: "Country", points: 0, why: "PT: no rule for it" },
      {
        kind: "fit",
        name: "Seniority",
        points: 6,
        why: "“Head of Growth” (Director or head): × 1.3",
      },
      {
        kind: "recency",
        name: "Recency",
        points: -6,
        why: "Half is left after 14 days; on the whole this is 5 days old",
      },
    ],
  });
});

const time = fc.integer({ min: 0, max: 400 }).map(ago);
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null });
const count = fc.integer({ min: 0, max: 400 });
const traits: fc.Arbitrary<ScoreTraits> = fc.record({
  jobTitle: maybe(fc.constantFrom("CEO", "Intern", "Gardener", "Sales Manager")),
  countryCode: maybe(fc.constantFrom("PT", "US")),
  company: maybe(
    fc.record({
      employeeCount: maybe(fc.integer({ min: 0, max: 9_000 })),
      industry: maybe(fc.constant("Software")),
      countryCode: maybe(fc.constant("NZ")),
    }),
  ),
  firstSid: fc.constant("s0"),
  sessions: fc.array(
    fc.record({
      sid: fc.constantFrom("s0", "s1"),
      createdAt: time,
      lastSeenAt: time,
      pageviews: count,
      engagedMs: count.map((minutes) => minutes * 45_000),
    }),
    { maxLength: 8 },
  ),
  pages: fc.array(fc.record({ path: fc.constantFrom("/pricing", "/demo/x", "/"), at: time }), {
    maxLength: 12,
  }),
  goals: fc.array(
    fc.record({ goal: fc.constantFrom("qualified", "enriched", "valid_email"), at: time }),
    { maxLength: 3 },
  ),
  outcomes: fc.uniqueArray(
    fc.record({
      status: fc.constantFrom("meeting", "opportunity", "won", "lost", "not_a_fit"),
      at: time,
    }),
    { maxLength: 3, selector: ({ status }) => status },
  ),
});

test("parts add up to the total, intent never takes and recency never gives", {
  timeout: 30_000,
}, () => {
  fc.assert(
    fc.property(traits, (one) => {
      const { total, parts } = explain(one);
      expect(parts.reduce((sum, { points }) => sum + points, 0)).toBe(total);
      for (const { kind, points } of parts) {
        if (kind === "intent") expect(points).toBeGreaterThanOrEqual(0);
        if (kind === "recency") expect(points).toBeLessThanOrEqual(0);
      }
    }),
    { numRuns: 500 },
  );
});

test("what is missing has no part below zero, and learning less never lowers a neutral fit", () => {
  fc.assert(
    fc.property(traits, (one) => {
      const { parts } = explain({ ...one, jobTitle: null, countryCode: null, company: null });
      expect(parts.filter(({ kind, points }) => kind === "fit" && points !== 0)).toEqual([]);
      const known = rankOfTraits(set, { ...one, jobTitle: null, company: null }).scoreRank;
      const gone = rankOfTraits(set, { ...one, jobTitle: null, company: null, countryCode: null });
      expect(gone.scoreRank).toBe(known);
    }),
  );
});

test("more of anything done never lowers the score", () => {
  fc.assert(
    fc.property(traits, traits, (one, more) => {
      const both = {
        ...one,
        sessions: [...one.sessions, ...more.sessions],
        goals: [...one.goals, ...more.goals],
      };
      const rank = rankOfTraits(set, both).scoreRank;
      expect(rank).toBeGreaterThanOrEqual(rankOfTraits(set, one).scoreRank);
    }),
  );
});
