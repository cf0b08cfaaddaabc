import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { oracleCredits, oracleEffects } from "#test/attribution/oracle.ts";
import { ONE } from "./credit.ts";
import { type ChainCounts, keyEffects, shareByEffects } from "./models/markov.ts";
import { MODEL_NAMES, MODELS, type ModelName } from "./models.ts";
import { isTileModel } from "./tiles/tile-models.ts";
import type { Conversion, Creditor, Touch } from "./touch.ts";

const NOW = 1_800_000_000_000;
const DAY = 86_400_000;

const key = fc.constantFrom("a", "b", "c", "d", "e", null);
// Few distinct ages, so that ties in time are common.
const touch = fc.record({
  key,
  isDirect: fc.boolean(),
  age: fc.oneof(fc.constantFrom(0, DAY, 7 * DAY), fc.integer({ min: 0, max: 90 * DAY })),
});
const conversion = fc.array(touch, { maxLength: 9 }).map(
  (touches): Conversion => ({
    subject: "v",
    money: null,
    at: NOW,
    touches: touches
      .sort((x, y) => y.age - x.age)
      .map((t, i): Touch => ({ sid: `s${i}`, at: NOW - t.age, key: t.key, isDirect: t.isDirect })),
  }),
);
const population = fc.record({
  conversions: fc.array(conversion, { minLength: 1, maxLength: 12 }),
  others: fc.array(fc.array(key, { minLength: 1, maxLength: 6 }), { maxLength: 12 }),
});

type Keys = (string | null)[];

const asJourneys = (list: Keys[]) => list.map((keys) => ({ keys, count: 1 }));

/** The steps of journeys that do not convert. */
function stepsOf(list: Keys[]): ChainCounts[] {
  return list.flatMap((keys) =>
    keys.map((to, i) => ({
      ...{ from: keys[i - 1] ?? null, to, count: 1 },
      ...{ isFirst: i === 0, isLast: i === keys.length - 1 },
    })),
  );
}

function creditorOf(name: ModelName, won: Keys[], others: Keys[]): Creditor {
  if (isTileModel(name)) return MODELS[name].credit;
  const effects = keyEffects(asJourneys(won), stepsOf(others));
  return (touches) =>
    shareByEffects(
      touches.map((t) => t.key),
      effects,
    );
}

describe.each(MODEL_NAMES)("model %s", (name) => {
  it("agrees with the oracle and gives each conversion exactly one", () => {
    fc.assert(
      fc.property(population, ({ conversions, others }) => {
        const won = conversions.map((c) => c.touches.map((t) => t.key));
        const creditor = creditorOf(name, won, others);
        const effects = name === "markov" ? oracleEffects(won, others) : new Map();
        for (const c of conversions) {
          const parts = creditor(c.touches, c.at);
          expect(parts).toHaveLength(c.touches.length);
          if (parts.length > 0) expect(parts.reduce((a, b) => a + b, 0)).toBe(ONE);
          const expected = oracleCredits(name, { ...c, touches: [...c.touches] }, effects);
          const tolerance = name === "markov" ? 1e-6 : 1e-9;
          for (const [i, part] of parts.entries()) {
            expect(part).toBeGreaterThanOrEqual(0);
            expect(Math.abs(part / ONE - (expected[i] ?? 0))).toBeLessThan(tolerance);
          }
        }
      }),
      { numRuns: 150 },
    );
  });
});

describe("markov", () => {
  it("finds the removal effects of a chain with loops", () => {
    const won = [["a", "a", "b"], ["b", "a", "c", "a"], ["c"]];
    const lost = [["a", "b", "a"], ["d"], ["c", "c", "b"]];
    const effects = keyEffects(asJourneys(won), stepsOf(lost));
    for (const [k, effect] of oracleEffects(won, lost)) {
      expect(effects.get(k)).toBeCloseTo(effect, 12);
    }
    expect(effects.get("d")).toBe(0);
  });

  it("counts a journey that many went through as often", () => {
    const lost = stepsOf([["a"]]);
    const once = keyEffects(
      [{ keys: ["a", "b"], count: 3 }],
      lost.map((step) => ({ ...step, count: 2 })),
    );
    const often = keyEffects(asJourneys(Array(3).fill(["a", "b"])), [...lost, ...lost]);
    expect([...once]).toEqual([...often]);
  });

  it("shares equally where no key has an effect", () => {
    expect(shareByEffects(["a", "b"], keyEffects([], []))).toEqual([ONE / 2, ONE / 2]);
  });

  it("agrees with the oracle on many keys, sparse and dense together", () => {
    const draw = fc.array(fc.array(fc.nat(69), { minLength: 1, maxLength: 6 }), { minLength: 900 });
    const [random = []] = fc.sample(
      draw.map((list) => list.slice(0, 900)),
      { seed: 7, numRuns: 1 },
    );
    // Keys that few journeys have hang on a core in which all follow each other.
    const journeys = random.map((keys, i) => [
      ...keys.map(String),
      ...(i % 20 ? [] : [`rare-${i}`]),
    ]);
    const won = journeys.slice(0, 300);
    const lost = journeys.slice(300);
    const effects = keyEffects(asJourneys(won), stepsOf(lost));
    expect(effects.size).toBeGreaterThan(100);
    for (const [k, effect] of oracleEffects(won, lost)) {
      expect(Math.abs((effects.get(k) ?? -1) - effect)).toBeLessThan(1e-10);
    }
  }, 30_000);

  it("copes with tens of thousands of rare keys", () => {
    const journeys = Array.from({ length: 20_000 }, (_, i) => [
      ...["common", `click-${i}`, "common", `click-${(i * 7) % 20_000}`],
    ]);
    const effects = keyEffects(
      asJourneys(journeys.slice(0, 10_000)),
      stepsOf(journeys.slice(10_000)),
    );
    expect(effects.get("common")).toBeCloseTo(1, 9);
  }, 20_000);
});
