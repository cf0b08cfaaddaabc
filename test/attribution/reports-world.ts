import { db } from "#lib/db/client.ts";

const HOUR = 3_600_000;
export const REPORTS_START = Date.parse("2026-09-01T00:00:00Z");
const DAYS = 90;

/** Numbers that look random, the same for the same seed. */
function dice(seed: number) {
  let state = seed;
  return (sides: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * sides);
  };
}

export interface Person {
  id: string;
  companyId: string | null;
  countryCode: string | null;
  email: string | null;
  validity: string | null;
  firstSid: string | null;
  reached: Record<string, number>;
}

export interface Visit {
  sid: string;
  person: string | null;
  at: number;
  source: string | null;
  campaign: string | null;
  channel: string;
  paths: string[];
}

export interface ReportsWorld {
  people: Person[];
  visits: Visit[];
  outcomes: { companyId: string | null; visitorId: string | null; status: string; at: number }[];
  results: {
    email: string;
    result: string;
    validity: string | null;
    provider: string | null;
    at: number;
  }[];
  companies: { id: string; countryCode: string | null }[];
}

/** An invented workspace for the reports beside credit: few values, half hours, many ties. */
export function drawReportsWorld(seed: number): ReportsWorld {
  const roll = dice(seed);
  const pick = <T>(...values: T[]): T => values[roll(values.length)] as T;
  const time = () => REPORTS_START + (roll(DAYS * 48) * HOUR) / 2;
  const companies = Array.from({ length: 8 }, (_, n) => ({
    id: `c_${n}`,
    countryCode: pick("DE", "PT", null),
  }));
  const people = Array.from({ length: 120 }, (_, n): Person => {
    const email = roll(5) > 0 ? `p${n}@harbor.example` : null;
    const identified = time();
    const reached: Record<string, number> = roll(12) > 0 ? { identified } : {};
    for (const goal of ["qualified", "enriched", "valid_email"]) {
      if (reached.identified && roll(3) > 0) reached[goal] = identified + roll(20) * HOUR;
    }
    return {
      ...{ id: `v_${roll(2) ? "b" : "A"}${n}`, email, firstSid: null, reached },
      companyId: roll(4) > 0 ? `c_${roll(8)}` : null,
      countryCode: pick("DE", "PT", "IN", null, ""),
      validity: email
        ? pick("valid", "valid_catch_all", "catch_all", "invalid", "odd", null)
        : null,
    };
  });
  const visits = Array.from({ length: 500 }, (_, n): Visit => {
    const person = roll(10) > 0 ? (people[roll(people.length)] ?? null) : null;
    const visit = {
      sid: `${pick("a", "B", "_")}${n}`,
      person: person?.id ?? null,
      at: time(),
      source: pick("google", "linkedin", null),
      campaign: pick("spring", "Spring / sale", null),
      channel: pick("Direct", "Email", "Paid Search"),
      paths: Array.from({ length: roll(6) }, () => pick("/", "/pricing", "/docs", "/blog/a.b")),
    };
    if (person && !person.firstSid) person.firstSid = visit.sid;
    return visit;
  });
  const outcomes = Array.from({ length: 30 }, () => {
    const companyId = roll(2) ? `c_${roll(8)}` : null;
    const visitorId = companyId ? null : (people[roll(people.length)]?.id ?? null);
    return { companyId, visitorId, status: pick("meeting", "won", "lost"), at: time() };
  });
  const results = people.flatMap(({ email }) =>
    email === null
      ? []
      : ["valid", "invalid", "catch_all", null].slice(0, roll(4)).map((validity) => ({
          ...{ email, validity, result: `${validity ?? ""}|`, at: time() },
          provider: pick("bouncer", "zero", null),
        })),
  );
  return { people, visits, outcomes, results, companies };
}

const STILL = { facts: {}, pageviews: 0, engagedMs: 0 };

/** Writes the rows of a world to a workspace. */
export async function insertReportsWorld(workspaceId: string, world: ReportsWorld): Promise<void> {
  const at = new Date(REPORTS_START);
  await db().company.createMany({
    data: world.companies.map(({ id, countryCode }) => ({
      ...{ workspaceId, id, countryCode, key: id, facts: {}, name: `Company ${id}` },
      ...{ sortName: id, searchText: "" },
    })),
  });
  await db().visitor.createMany({
    data: world.people.map(({ id, companyId, countryCode, email, validity, firstSid }) => ({
      ...{ ...STILL, workspaceId, id, key: `email:${id}`, sessions: 0, stage: "resolved" },
      ...{ companyId, countryCode, primaryEmail: email, validity, firstTouchSid: firstSid },
      ...{ firstSeenAt: at, lastSeenAt: at, sortName: "", searchText: "" },
    })),
  });
  await db().session.createMany({
    data: world.visits.map((visit) => ({
      ...{ ...STILL, workspaceId, sid: visit.sid, vid: "d", visitorId: visit.person },
      ...{ createdAt: new Date(visit.at), lastSeenAt: new Date(visit.at) },
      ...{ source: visit.source, campaign: visit.campaign, channel: visit.channel },
      ...{ landingPage: "https://harbor.example/", landingPath: "/", isDirect: false },
    })),
  });
  await db().pageView.createMany({
    data: world.visits.flatMap((visit) =>
      visit.paths.map((path, position) => ({
        ...{ workspaceId, sid: visit.sid, position, visitorId: visit.person, path },
        ...{ signal: "pageview", at: new Date(visit.at), url: `https://harbor.example${path}` },
      })),
    ),
  });
  await db().stageReached.createMany({
    data: world.people.flatMap(({ id, reached }) =>
      Object.entries(reached).map(([goal, when]) => ({
        ...{ workspaceId, visitorId: id, goal, reachedAt: new Date(when), eventId: "e" },
      })),
    ),
  });
  await db().outcome.createMany({
    data: world.outcomes.map(({ at: when, ...outcome }, n) => ({
      ...{ ...outcome, workspaceId, id: `o_${n}`, at: new Date(when), userId: "u" },
    })),
  });
  await db().emailValidation.createMany({
    data: world.results.map(({ at: when, ...result }) => ({
      ...{ ...result, workspaceId, firstAt: new Date(when), lastAt: new Date(when) },
      ...{ firstEventId: "e", lastEventId: "e", lastHash: "h" },
    })),
  });
}
