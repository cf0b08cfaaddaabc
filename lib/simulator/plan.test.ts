import { describe, expect, it } from "vitest";
import type { SimulatedEvent } from "./event.ts";
import { planJourneys } from "./plan.ts";

const TO = Date.UTC(2026, 10, 20);
const FROM = TO - 90 * 86_400_000;
const plan = (seed: number, visitors = 500) => [
  ...planJourneys({ seed, from: FROM, to: TO, visitors }),
];
const events = plan(7);

function countBy(list: SimulatedEvent[], keyOf: (event: SimulatedEvent) => string) {
  const counts = new Map<string, number>();
  for (const event of list) counts.set(keyOf(event), (counts.get(keyOf(event)) ?? 0) + 1);
  return counts;
}

describe("planJourneys", () => {
  it("gives the same events for the same seed, others for another", () => {
    expect(JSON.stringify(plan(7))).toBe(JSON.stringify(events));
    expect(JSON.stringify(plan(8))).not.toBe(JSON.stringify(events));
  });

  it("yields in the order of delivery, inside the period", () => {
    for (const [i, event] of events.entries()) {
      expect(event.at).toBeGreaterThanOrEqual(events[i - 1]?.at ?? FROM);
      expect(event.at).toBeLessThan(TO);
      expect(event.at).toBeGreaterThanOrEqual(event.payload.created);
    }
  });

  it("starts before it has planned everything", () => {
    const first = planJourneys({ seed: 1, from: FROM, to: TO, visitors: 100_000 }).next();
    expect(first.done).toBe(false);
  });

  it("has all five types in believable proportions", () => {
    const types = countBy(events, (event) => event.payload.type);
    const of = (type: string) => types.get(type) ?? 0;
    expect([...types.keys()]).toHaveLength(5);
    expect(of("identity.qualified")).toBeLessThan(of("identity.resolved"));
    expect(of("identity.enriched")).toBeLessThan(of("identity.qualified"));
    expect(of("identity.validated")).toBeGreaterThan(of("identity.enriched"));
    expect(of("identity.session.finalized")).toBeGreaterThan(of("identity.enriched"));
    expect(events.length / 500).toBeGreaterThan(4);
    expect(events.length / 500).toBeLessThan(14);
  });

  it("repeats about one delivery in a hundred, byte for byte", () => {
    const byId = Map.groupBy(events, (event) => event.webhookId);
    const repeats = [...byId.values()].filter((group) => group.length > 1);
    expect(repeats.length / byId.size).toBeGreaterThan(0.003);
    expect(repeats.length / byId.size).toBeLessThan(0.03);
    for (const [one, two] of repeats) expect(two?.payload).toBe(one?.payload);
  });

  it("delivers a few events out of the order of their creation", () => {
    const swaps = events.filter(
      (event, i) => event.payload.created < (events[i - 1]?.payload.created ?? 0),
    );
    expect(swaps.length / events.length).toBeGreaterThan(0.005);
    expect(swaps.length / events.length).toBeLessThan(0.15);
  });

  it("keeps event ids apart", () => {
    const ids = Map.groupBy(events, (event) => event.payload.id);
    for (const group of ids.values()) {
      expect(new Set(group.map((event) => event.payload)).size).toBe(1);
    }
  });
});
