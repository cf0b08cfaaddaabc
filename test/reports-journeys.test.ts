import { beforeAll, describe, expect, test } from "vitest";
import { flowOf, keysOf } from "#lib/attribution/reports/journey-flow.ts";
import { listKeySequences } from "#lib/attribution/reports/key-sequences.ts";
import { drawReportsWorld, insertReportsWorld } from "#test/attribution/reports-world.ts";
import { withTestDatabase } from "#test/database.ts";

withTestDatabase();

const world = drawReportsWorld(21);
const period = { from: "2026-09-10", to: "2026-11-10", timezone: "Asia/Kolkata" };
const [start, end] = [Date.parse("2026-09-09T18:30:00Z"), Date.parse("2026-11-10T18:30:00Z")];
const visits = world.visits.filter(({ at }) => at >= start && at < end);

/** The journeys written out one by one. */
function journeys(kind: "pages" | "channels"): string[][] {
  if (kind === "pages") {
    const pages = visits.map(({ paths }) => paths.filter((path, at) => path !== paths[at - 1]));
    return pages.filter((paths) => paths.length > 0);
  }
  return world.people
    .map(({ id }) =>
      visits
        .filter(({ person }) => person === id)
        .toSorted((a, b) => a.at - b.at || (a.sid < b.sid ? -1 : 1))
        .map(({ channel }) => channel),
    )
    .filter((channels) => channels.length > 0);
}

beforeAll(async () => {
  await insertReportsWorld("j1", world);
  await insertReportsWorld("j2", drawReportsWorld(22));
});

describe.each(["pages", "channels"] as const)("%s", (kind) => {
  test("journeys are those of the rows", async () => {
    const found = await listKeySequences("j1", period, kind);
    const all = found.flatMap(({ keys, count }) => Array.from({ length: count }, () => keys));
    const texts = (list: readonly (readonly string[])[]) =>
      list.map((keys) => keys.join(" > ")).toSorted();
    expect(texts(all)).toEqual(texts(journeys(kind)));
  });

  test.each(["forward", "backward"] as const)(
    "the flow %s counts each journey once a step",
    async (direction) => {
      const sequences = await listKeySequences("j1", period, kind);
      for (const from of [null, ...keysOf(sequences, 2)]) {
        const flow = flowOf(sequences, { start: from, direction, steps: 4, top: 2 });
        const parts = journeys(kind)
          .map((keys) => (direction === "forward" ? keys : keys.toReversed()))
          .map((keys) =>
            from === null ? keys : keys.includes(from) ? keys.slice(keys.indexOf(from)) : [],
          )
          .filter((keys) => keys.length > 0);
        expect(flow.total).toBe(parts.length);
        for (const [step, nodes] of flow.steps.entries()) {
          const named = nodes.flatMap(({ key }) => key ?? []);
          expect(named.length).toBeLessThanOrEqual(2);
          for (const { key, count, ended } of nodes) {
            const own = parts.filter((keys) =>
              key === null
                ? keys.length > step && !named.includes(keys[step] ?? "")
                : keys[step] === key,
            );
            expect(count).toBe(own.length);
            expect(ended).toBe(own.filter((keys) => keys.length === step + 1).length);
            const left = flow.links.filter((link) => link.step === step && link.from === key);
            const onward = left.reduce((sum, link) => sum + link.count, 0);
            expect(onward).toBe(step === 3 ? 0 : count - ended);
          }
        }
      }
    },
  );
});

test("only the latest sessions are looked at", async () => {
  const found = await listKeySequences("j1", period, "pages", 10);
  const latest = visits.toSorted((a, b) => b.at - a.at || (a.sid < b.sid ? 1 : -1)).slice(0, 10);
  const texts = (list: readonly (readonly string[])[]) => list.map((keys) => keys.join(" > "));
  const all = found.flatMap(({ keys, count }) => Array.from({ length: count }, () => keys));
  const expected = latest
    .map(({ paths }) => paths.filter((path, at) => path !== paths[at - 1]))
    .filter((paths) => paths.length > 0);
  expect(texts(all).toSorted()).toEqual(texts(expected).toSorted());
});
