import fc from "fast-check";
import { expect, test } from "vitest";
import { sql } from "#lib/db/client.ts";
import { type Committee, getCommittee, listCommittees } from "#lib/worklist/committee.ts";
import { withTestDatabase } from "#test/database.ts";
import { insertSession, insertVisitor } from "#test/fixtures/insert-rows.ts";

withTestDatabase();

const START = Date.UTC(2026, 2, 27); // the clocks of Europe change within these days
const HOUR = 3_600_000;
const WEEK = 168;
const iso = (hour: number) => new Date(START + hour * HOUR).toISOString();
let made = 0;

interface Visit {
  who: string;
  hour: number;
}

async function insertCompany(visits: readonly Visit[]): Promise<string> {
  const company = `c${made++}`;
  for (const who of new Set(visits.map((visit) => visit.who))) {
    const last = Math.max(...visits.filter((visit) => visit.who === who).map(({ hour }) => hour));
    await insertVisitor("one", `${company}-${who}`, {
      ...{ companyId: company, fullName: who, lastSeenAt: iso(last) },
    });
  }
  for (const [index, { who, hour }] of visits.entries()) {
    await insertSession("one", `${company}-${index}`, `${company}-${who}`, {
      createdAt: iso(hour),
    });
  }
  return company;
}

async function committeeOf(visits: readonly Visit[], since: number | null = null) {
  const company = await insertCompany(visits);
  const from = since === null ? null : new Date(iso(since));
  return inShort((await listCommittees("one", [company], from)).get(company));
}

function inShort(found: Committee | null | undefined) {
  return found
    ? { until: found.until, people: found.people.map((person) => person.name).sort() }
    : null;
}

/** The definition, word by word: the latest session with somebody else's in the 168 hours before it. */
function expected(visits: readonly Visit[]) {
  const within = (end: number) => visits.filter(({ hour }) => hour <= end && hour >= end - WEEK);
  const ends = visits
    .filter(({ who, hour }) => within(hour).some((other) => other.who !== who))
    .map(({ hour }) => hour);
  if (ends.length === 0) return null;
  const until = Math.max(...ends);
  return { until: iso(until), people: [...new Set(within(until).map(({ who }) => who))].sort() };
}

test.each<[string, Visit[], string[] | null]>([
  [
    "one person, often",
    [
      { who: "a", hour: 0 },
      { who: "a", hour: 5 },
    ],
    null,
  ],
  [
    "two at once",
    [
      { who: "a", hour: 3 },
      { who: "b", hour: 3 },
    ],
    ["a", "b"],
  ],
  [
    "seven times 24 hours apart",
    [
      { who: "a", hour: 0 },
      { who: "b", hour: 168 },
    ],
    ["a", "b"],
  ],
  [
    "a minute more",
    [
      { who: "a", hour: 0 },
      { who: "b", hour: 168 + 1 / 60 },
    ],
    null,
  ],
])("%s", async (_, visits, people) => {
  expect((await committeeOf(visits))?.people ?? null).toEqual(people);
});

test("the latest one is found behind a long row of one person's visits", async () => {
  const visits = [
    { who: "a", hour: 0 },
    { who: "b", hour: 24 },
    { who: "b", hour: 120 },
    { who: "b", hour: 160 },
    { who: "b", hour: 200 },
  ];
  expect(await committeeOf(visits)).toEqual({ until: iso(160), people: ["a", "b"] });
});

test("it holds who came in those seven days, and nobody from before", async () => {
  const visits = ["a", "b", "c", "d"].map((who, index) => ({ who, hour: index * 100 }));
  expect(await committeeOf(visits)).toEqual({ until: iso(300), people: ["c", "d"] });
  expect(await committeeOf(visits, 210)).toBeNull();
});

test("is the definition for any visits", async () => {
  const visit = fc.record({
    who: fc.constantFrom("a", "b", "c"),
    hour: fc.integer({ min: 0, max: 1_000 }),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(visit, { maxLength: 7 }), async (visits) => {
      const company = await insertCompany(visits);
      const all = await listCommittees("one", [company]);
      expect(inShort(all.get(company))).toEqual(expected(visits));
      expect(inShort(await getCommittee("one", company))).toEqual(expected(visits));
    }),
    { numRuns: 60 },
  );
});

test("somebody from before the late hours still belongs to it", async () => {
  // The last visit makes hour 96 the first that is looked at, and the committee's hours begin before it.
  const visits = [
    { who: "a", hour: 90 },
    { who: "b", hour: 100 },
    { who: "c", hour: 150 },
    { who: "d", hour: 600 },
  ];
  const found = await getCommittee("one", await insertCompany(visits));
  expect(inShort(found)).toEqual({ until: iso(150), people: ["a", "b", "c"] });
});

test("another workspace's visits do not count", async () => {
  await insertVisitor("two", "x", { companyId: "c0" });
  await insertSession("two", "x", "x", { createdAt: iso(0) });
  expect(await listCommittees("two", ["c0"])).toEqual(new Map());
  expect(await sql().query(`SELECT 1 FROM visitor WHERE "workspaceId" = 'two'`)).toHaveLength(1);
});
