import fc from "fast-check";
import { db } from "#lib/db/client.ts";

const HOUR = 3_600_000;

/** When the invented sessions and conversions begin: 150 days up to 30 October 2026. */
export const WORLD_START = Date.parse("2026-06-02T00:00:00Z");

const maybe = (...values: string[]) => fc.option(fc.constantFrom(...values), { nil: null });
// Half hours, so that ties in time and hits on the very edge of a window are common.
const time = fc.nat(150 * 48).map((n) => WORLD_START + (n * HOUR) / 2);

const session = fc.record({
  // Upper and lower case, where collations differ.
  name: fc.constantFrom("a", "B", "_", "-", "é", "Z"),
  visitor: fc.option(fc.nat(39), { freq: 9, nil: null }),
  at: time,
  channel: fc.constantFrom("Direct", "Email", "Paid Search", "Organic Social"),
  source: maybe("google", "linkedin", "tern"),
  medium: maybe("cpc", "email"),
  campaign: maybe("spring", "Spring"),
  term: maybe("crm", 'lead\'s "list"'),
  content: maybe("blue"),
  gclid: maybe("g1", "g2"),
  fbclid: maybe("f1"),
  referrer: maybe("https://www.Tern.example/x", "http://harbor.example:8080/a", "odd"),
  landingPath: fc.constantFrom("/", "/pricing"),
  isDirect: fc.boolean(),
});

const conversion = fc.record({
  visitor: fc.nat(59),
  goal: fc.constantFrom("identified", "enriched", "page:goal_price"),
  at: time,
});

// Several visitors of a company, and visitors without one; few amounts, so that shares do not divide.
const outcome = fc.record({
  company: fc.option(fc.nat(5), { nil: null }),
  visitor: fc.nat(45),
  status: fc.constantFrom("won", "meeting"),
  amount: fc.option(fc.constantFrom(0, 1, 100, 99_999_999_999), { nil: null }),
  at: time,
});

type SessionDraw = typeof session extends fc.Arbitrary<infer T> ? T : never;
type OutcomeDraw = typeof outcome extends fc.Arbitrary<infer T> ? T : never;

/** Raw rows: visitors and companies are numbers, times are ms. */
export interface World {
  sessions: (Omit<SessionDraw, "name"> & { sid: string })[];
  conversions: { visitor: number; goal: string; at: number }[];
  outcomes: OutcomeDraw[];
}

function draw<T>(arbitrary: fc.Arbitrary<T>, seed: number): T {
  const [drawn] = fc.sample(arbitrary, { seed, numRuns: 1 });
  if (drawn === undefined) throw new Error("nothing was drawn");
  return drawn;
}

/** An invented workspace's raw rows, the same for the same seed. */
export function drawWorld(seed: number): World {
  const sessions = draw(fc.array(session, { minLength: 300, maxLength: 300 }), seed);
  const conversions = fc.uniqueArray(conversion, {
    minLength: 50,
    maxLength: 60,
    selector: ({ visitor, goal }) => `${visitor} ${goal}`,
  });
  return {
    sessions: sessions.map(({ name, ...s }, i) => ({ ...s, sid: `${name}${i}` })),
    conversions: draw(conversions, seed),
    outcomes: draw(fc.array(outcome, { minLength: 25, maxLength: 25 }), seed),
  };
}

/** Visitor ids of the invented people. */
export function visitorId(visitor: number): string {
  return `v_${visitor % 2 ? "b" : "A"}${visitor}`;
}

/** Where a visitor works: four in five somewhere. */
export function companyOf(visitor: number): number | null {
  return visitor % 5 === 0 ? null : visitor % 6;
}

/** What is known of a visitor: a country, an e-mail's validity, a stage; not always. */
export function factsOf(visitor: number) {
  const pick = <T>(values: readonly T[], salt: number): T | undefined =>
    values[(visitor * salt) % values.length];
  return {
    country: pick(["DE", "PT", "DE", null], 3) ?? null,
    validity: pick(["valid", "invalid", null, "valid", "catch_all"], 7) ?? null,
    stage: pick(["resolved", "qualified", "enriched"], 5) ?? "resolved",
  };
}

/** How many people work at a company; on the edges of the sizes that can be asked for. */
export function sizeOf(company: number): number | null {
  return [1, 10, 11, 5000, 5001, null][company % 6] ?? null;
}

/** Writes sessions to a workspace. */
export async function insertSessions(
  workspaceId: string,
  sessions: World["sessions"],
): Promise<void> {
  await db().session.createMany({
    data: sessions.map(({ visitor, at, ...fields }) => ({
      ...fields,
      workspaceId,
      vid: `device-${visitor}`,
      visitorId: visitor === null ? null : visitorId(visitor),
      facts: {},
      createdAt: new Date(at),
      lastSeenAt: new Date(at),
      landingPage: `https://harbor.example${fields.landingPath}?utm=1`,
      pageviews: 1,
      engagedMs: 0,
    })),
  });
}

/** Writes conversions to a workspace. */
export async function insertConversions(
  workspaceId: string,
  conversions: World["conversions"],
): Promise<void> {
  await db().stageReached.createMany({
    data: conversions.map(({ visitor, goal, at }) => ({
      workspaceId,
      visitorId: visitorId(visitor),
      goal,
      reachedAt: new Date(at),
      eventId: `evt_${visitor}_${goal}`,
    })),
  });
}

/** Writes the rows of a world to a workspace, without the visitors themselves. */
export async function insertWorld(workspaceId: string, world: Partial<World>): Promise<void> {
  await insertSessions(workspaceId, world.sessions ?? []);
  await insertConversions(workspaceId, world.conversions ?? []);
}

/** Writes the people of a world, and what came of them and their companies. */
export async function insertOutcomes(workspaceId: string, world: World): Promise<void> {
  const at = new Date(WORLD_START);
  await db().visitor.createMany({
    data: Array.from({ length: 60 }, (_, visitor) => {
      const company = companyOf(visitor);
      const facts = factsOf(visitor);
      const zero = { sessions: 0, pageviews: 0, engagedMs: 0 };
      return {
        ...{ ...zero, workspaceId, id: visitorId(visitor), key: `email:${visitor}`, facts: {} },
        ...{ companyId: company === null ? null : `c_${company}`, stage: facts.stage },
        ...{ countryCode: facts.country, validity: facts.validity },
        ...{ firstSeenAt: at, lastSeenAt: at, sortName: "", searchText: "" },
      };
    }),
  });
  await db().company.createMany({
    data: Array.from({ length: 6 }, (_, company) => ({
      ...{ workspaceId, id: `c_${company}`, key: `c_${company}`, facts: {}, name: "C" },
      ...{ employeeCount: sizeOf(company), sortName: "", searchText: "" },
    })),
  });
  await db().outcome.createMany({
    data: world.outcomes.map(({ company, visitor, status, amount, at }, i) => ({
      workspaceId,
      id: `out_${i}`,
      companyId: company === null ? null : `c_${company}`,
      visitorId: company === null ? visitorId(visitor) : null,
      status,
      amountMinor: amount,
      currency: amount === null ? null : "EUR",
      at: new Date(at),
      userId: "u",
    })),
  });
}
