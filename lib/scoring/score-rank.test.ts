import fc from "fast-check";
import { expect, test } from "vitest";
import {
  leastMargin,
  NO_RANK,
  originAfter,
  type RankScale,
  rankOf,
  rankOffset,
  scoreAt,
  scoreOfMargin,
} from "#lib/scoring/score-rank.ts";

const DAY_MS = 86_400_000;
const NOW = Date.UTC(2026, 10, 21);
const scale: RankScale = { halfLifeMs: 14 * DAY_MS, originMs: Date.UTC(2026, 0, 1) };

const earned = fc.array(
  fc.record({
    at: fc.integer({ min: NOW - 800 * DAY_MS, max: NOW }),
    points: fc.integer({ min: 0, max: 100 }),
  }),
  { maxLength: 20 },
);
const fit = fc.double({ min: 0.1, max: 10, noNaN: true });

test("the midpoint's points, earned now, make 50, and a half-life later a third", () => {
  const rank = rankOf([{ at: NOW, points: 40 }], 1, 40, scale);
  expect(scoreAt(rank, scale, NOW)).toBe(50);
  expect(scoreAt(rank, scale, NOW + 14 * DAY_MS)).toBe(33);
  expect(scoreAt(rank, scale, NOW + 28 * DAY_MS)).toBe(20);
});

test("nothing earned is no score, at any time", () => {
  for (const points of [[], [{ at: NOW, points: 0 }]]) {
    expect(rankOf(points, 5, 40, scale)).toBe(NO_RANK);
  }
  expect(scoreAt(NO_RANK, scale, Date.UTC(1990, 0, 1))).toBe(0);
});

test("the order of what was earned does not matter", () => {
  fc.assert(
    fc.property(earned, fit, (points, factor) => {
      const rank = rankOf(points, factor, 40, scale);
      expect(rankOf(points.toReversed(), factor, 40, scale)).toBe(rank);
      expect(Number.isSafeInteger(rank)).toBe(true);
    }),
  );
});

test("a rank shows what the formula says", () => {
  fc.assert(
    fc.property(earned, fit, fc.integer({ min: 0, max: 400 }), (points, factor, days) => {
      const at = NOW + days * DAY_MS;
      const left = points.reduce(
        (sum, one) => sum + one.points * 0.5 ** ((at - one.at) / scale.halfLifeMs),
        0,
      );
      const exact = (100 * left * factor) / (left * factor + 40);
      expect(Math.abs(scoreAt(rankOf(points, factor, 40, scale), scale, at) - exact)).toBeLessThan(
        0.501,
      );
    }),
  );
});

test("a score never rises with time, and a higher rank never shows less", () => {
  const rank = fc.integer({ min: -1e9, max: 1e9 });
  const days = fc.integer({ min: 0, max: 2_000 });
  fc.assert(
    fc.property(rank, rank, days, days, (a, b, day, more) => {
      const at = NOW + day * DAY_MS;
      expect(scoreAt(a, scale, at + more * 1_000_000)).toBeLessThanOrEqual(scoreAt(a, scale, at));
      expect(scoreAt(Math.max(a, b), scale, at)).toBeGreaterThanOrEqual(
        scoreAt(Math.min(a, b), scale, at),
      );
    }),
  );
});

test("the least margin of a score is the first that shows it", () => {
  for (let score = 1; score <= 100; score++) {
    const margin = leastMargin(score) ?? Number.NaN;
    expect(scoreOfMargin(margin)).toBe(score);
    expect(scoreOfMargin(margin - 1)).toBe(score - 1);
  }
  expect(leastMargin(101)).toBeNull();
});

test("at the moment rules change their half-life, stored ranks go on showing the same", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 365 }),
      fc.integer({ min: -5e7, max: 5e7 }),
      (days, rank) => {
        const halfLifeMs = days * DAY_MS;
        const next = { halfLifeMs, originMs: originAfter(scale, halfLifeMs, NOW) };
        expect(Math.abs(rankOffset(next, NOW) - rankOffset(scale, NOW))).toBeLessThanOrEqual(1);
        expect(Math.abs(scoreAt(rank, next, NOW) - scoreAt(rank, scale, NOW))).toBeLessThanOrEqual(
          1,
        );
      },
    ),
  );
});
