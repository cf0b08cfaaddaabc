import type { AttributionQuery } from "#lib/attribution/search-params.ts";
import { type OracleTouch, oracleCredits, oracleEffects } from "./oracle.ts";
import { companyOf, factsOf, sizeOf, type World } from "./world.ts";

type RawSession = World["sessions"][number];

function oneKey(session: RawSession, dimension: string): string | null {
  if (dimension === "channel") return session.channel;
  if (dimension === "source") return session.source;
  if (dimension === "medium") return session.medium;
  if (dimension === "campaign") return session.campaign;
  if (dimension === "term") return session.term;
  if (dimension === "content") return session.content;
  if (dimension === "landing_page") return session.landingPath;
  if (dimension === "click_id") return session.gclid ?? session.fbclid;
  if (dimension === "source_medium") {
    if (!session.source && !session.medium) return null;
    return `${session.source ?? "(not set)"} / ${session.medium ?? "(not set)"}`;
  }
  // The landing page is on harbor.example, so of the invented referrers only this one counts.
  return session.referrer?.includes("Tern") && !session.isDirect ? "tern.example" : null;
}

/** What the row of a pair is called here; nothing of both is the row of nothing. */
export function pairName(key: string | null, second: string | null): string | null {
  return key === null && second === null ? null : `${key ?? "∅"} × ${second ?? "∅"}`;
}

function keyOf(session: RawSession, query: AttributionQuery): string | null {
  const key = oneKey(session, query.dimension);
  if (!query.secondDimension) return key;
  return pairName(key, oneKey(session, query.secondDimension));
}

/** Whether a visitor is asked for, by what is known of it. */
function fits(visitor: number, query: AttributionQuery): boolean {
  const { country, validity, stage } = factsOf(visitor);
  const company = companyOf(visitor);
  const size = company === null ? null : sizeOf(company);
  const { companySize } = query;
  if (query.country && query.country !== (country ?? "unknown")) return false;
  if (query.validity && query.validity !== (validity ?? "unknown")) return false;
  if (query.stage && query.stage !== stage) return false;
  if (companySize === "unknown") return size === null;
  if (companySize === "5001+") return size !== null && size > 5000;
  if (companySize === undefined) return true;
  const [least, most] = companySize.split("-").map(Number);
  return size !== null && size >= Number(least) && size <= Number(most);
}

function inOrder(a: RawSession, b: RawSession): number {
  return a.at - b.at || Buffer.compare(Buffer.from(a.sid), Buffer.from(b.sid));
}

/** What a row should say; `credit` and `value` in floating point. */
export interface ExpectedRow {
  sessions: number;
  visitors: Set<number>;
  conversions: number;
  /** Touches of the conversions, of which each gets whole minor units. */
  touches: number;
  credit: number;
  value: number;
}

interface RawConversion {
  at: number;
  /** Who converted: one visitor, or all of a company. */
  visitors: number[];
  value: number;
}

/** Who reached the goal, when, and for how much. */
function reachedBy(world: World, goal: string): RawConversion[] {
  if (!goal.startsWith("outcome:")) {
    const own = world.conversions.filter((c) => c.goal === goal);
    return own.map(({ at, visitor }) => ({ at, visitors: [visitor], value: 0 }));
  }
  const accounts = new Map<string, RawConversion>();
  for (const { company, visitor, status, amount, at } of world.outcomes) {
    if (`outcome:${status}` !== goal) continue;
    const people = Array.from({ length: 60 }, (_, v) => v).filter((v) => companyOf(v) === company);
    const account = company === null ? `v${visitor}` : `c${company}`;
    const visitors = company === null ? [visitor] : people;
    const found = accounts.get(account) ?? { at, visitors, value: 0 };
    accounts.set(account, {
      visitors,
      at: Math.min(found.at, at),
      value: found.value + (amount ?? 0),
    });
  }
  return [...accounts.values()];
}

/** The report by plain loops over the raw rows: what falls on the local dates is asked of each instant. */
export function expectedReport(
  world: World,
  query: AttributionQuery,
): { rows: Map<string | null, ExpectedRow>; conversions: number; visitors: number; value: number } {
  const calendar = new Intl.DateTimeFormat("sv-SE", { timeZone: query.timezone });
  const rows = new Map<string | null, ExpectedRow>();
  const row = (key: string | null) => {
    const zero = { sessions: 0, conversions: 0, touches: 0, credit: 0, value: 0 };
    const found = rows.get(key) ?? { ...zero, visitors: new Set<number>() };
    rows.set(key, found);
    return found;
  };
  const isNarrowed = ["companySize", "country", "validity", "stage"].some((name) => name in query);
  const within = (at: number) => {
    const date = calendar.format(at);
    return date >= query.from && date <= query.to;
  };
  const sorted = world.sessions.toSorted(inOrder);
  const seen = new Set<number>();
  for (const session of sorted.filter((s) => within(s.at))) {
    if (isNarrowed && (session.visitor === null || !fits(session.visitor, query))) continue;
    const found = row(keyOf(session, query));
    found.sessions++;
    if (session.visitor === null) continue;
    found.visitors.add(session.visitor);
    seen.add(session.visitor);
  }
  const reached = reachedBy(world, query.goal);
  const conversions = reached.filter(
    (c) => within(c.at) && (!isNarrowed || c.visitors.some((visitor) => fits(visitor, query))),
  );
  const touchesOf = conversions.map((c) =>
    sorted
      .filter((s) => s.visitor !== null && c.visitors.includes(s.visitor) && s.at <= c.at)
      .filter((s) => s.at >= c.at - query.lookbackDays * 86_400_000)
      .map((s): OracleTouch => ({ ...s, key: keyOf(s, query) })),
  );
  const never = new Map<number, (string | null)[]>();
  for (const { visitor, ...s } of sorted) {
    if (visitor === null || !within(s.at)) continue;
    if (isNarrowed && !fits(visitor, query)) continue;
    if (reached.some((c) => c.visitors.includes(visitor))) continue;
    never.set(visitor, [...(never.get(visitor) ?? []), keyOf({ ...s, visitor }, query)]);
  }
  const won = touchesOf.map((touches) => touches.map((t) => t.key));
  const effects = query.model === "markov" ? oracleEffects(won, [...never.values()]) : new Map();
  conversions.forEach(({ at, value }, i) => {
    const touches = touchesOf[i] ?? [];
    const credits = oracleCredits(query.model, { at, touches }, effects);
    credits.forEach((credit, j) => {
      row(touches[j]?.key ?? null).touches++;
      row(touches[j]?.key ?? null).credit += credit;
      row(touches[j]?.key ?? null).value += credit * value;
    });
    for (const key of new Set(touches.map((t) => t.key))) row(key).conversions++;
    if (touches.length > 0) return;
    row(null).credit += 1;
    row(null).value += value;
    row(null).conversions++;
  });
  const value = conversions.reduce((sum, c) => sum + c.value, 0);
  return { rows, conversions: conversions.length, visitors: seen.size, value };
}
