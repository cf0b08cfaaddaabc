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
  goal: fc.constantFrom("identified", "enriched"),
  at: time,
});

type SessionDraw = typeof session extends fc.Arbitrary<infer T> ? T : never;

/** Raw rows: visitors are numbers, times are ms. */
export interface World {
  sessions: (Omit<SessionDraw, "name"> & { sid: string })[];
  conversions: { visitor: number; goal: string; at: number }[];
}

/** An invented workspace's raw rows, the same for the same seed. */
export function drawWorld(seed: number): World {
  const [sessions = []] = fc.sample(fc.array(session, { minLength: 300, maxLength: 300 }), {
    seed,
    numRuns: 1,
  });
  const [conversions = []] = fc.sample(
    fc.uniqueArray(conversion, {
      minLength: 50,
      maxLength: 60,
      selector: ({ visitor, goal }) => `${visitor} ${goal}`,
    }),
    { seed, numRuns: 1 },
  );
  return {
    sessions: sessions.map(({ name, ...s }, i) => ({ ...s, sid: `${name}${i}` })),
    conversions,
  };
}

/** Visitor ids of the invented people. */
export function visitorId(visitor: number): string {
  return `v_${visitor % 2 ? "b" : "A"}${visitor}`;
}

/** Writes the rows of a world to a workspace. */
export async function insertWorld(workspaceId: string, world: World): Promise<void> {
  await db().session.createMany({
    data: world.sessions.map(({ visitor, at, ...fields }) => ({
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
  await db().stageReached.createMany({
    data: world.conversions.map(({ visitor, goal, at }) => ({
      workspaceId,
      visitorId: visitorId(visitor),
      goal,
      reachedAt: new Date(at),
      eventId: `evt_${visitor}_${goal}`,
    })),
  });
}
