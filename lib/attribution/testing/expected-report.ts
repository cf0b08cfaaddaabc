import type { AttributionQuery } from "#lib/attribution/search-params.ts";
import { type OracleTouch, oracleCredits, oracleEffects } from "./oracle.ts";
import type { World } from "./world.ts";

type RawSession = World["sessions"][number];

function keyOf(session: RawSession, dimension: string): string | null {
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

function inOrder(a: RawSession, b: RawSession): number {
  return a.at - b.at || Buffer.compare(Buffer.from(a.sid), Buffer.from(b.sid));
}

/** What a row should say; `credit` in floating point. */
export interface ExpectedRow {
  sessions: number;
  visitors: Set<number>;
  conversions: number;
  credit: number;
}

/** The report by plain loops over the raw rows. `start` and `end` are the period in ms. */
export function expectedReport(
  world: World,
  query: AttributionQuery,
  start: number,
  end: number,
): { rows: Map<string | null, ExpectedRow>; conversions: number } {
  const rows = new Map<string | null, ExpectedRow>();
  const row = (key: string | null) => {
    const found = rows.get(key) ?? { sessions: 0, visitors: new Set(), conversions: 0, credit: 0 };
    rows.set(key, found);
    return found;
  };
  const within = (at: number) => at >= start && at < end;
  const sorted = world.sessions.toSorted(inOrder);
  for (const session of sorted.filter((s) => within(s.at))) {
    const found = row(keyOf(session, query.dimension));
    found.sessions++;
    if (session.visitor !== null) found.visitors.add(session.visitor);
  }
  const reached = world.conversions.filter((c) => c.goal === query.goal);
  const conversions = reached.filter((c) => within(c.at));
  const touchesOf = conversions.map((c) =>
    sorted
      .filter((s) => s.visitor === c.visitor && s.at <= c.at)
      .filter((s) => s.at >= c.at - query.lookbackDays * 86_400_000)
      .map((s): OracleTouch => ({ ...s, key: keyOf(s, query.dimension) })),
  );
  const never = new Map<number, (string | null)[]>();
  for (const s of sorted) {
    if (s.visitor === null || !within(s.at) || reached.some((c) => c.visitor === s.visitor))
      continue;
    never.set(s.visitor, [...(never.get(s.visitor) ?? []), keyOf(s, query.dimension)]);
  }
  const won = touchesOf.map((touches) => touches.map((t) => t.key));
  const effects = query.model === "markov" ? oracleEffects(won, [...never.values()]) : new Map();
  conversions.forEach(({ at }, i) => {
    const touches = touchesOf[i] ?? [];
    const credits = oracleCredits(query.model, { at, touches }, effects);
    credits.forEach((credit, j) => {
      row(touches[j]?.key ?? null).credit += credit;
    });
    for (const key of new Set(touches.map((t) => t.key))) row(key).conversions++;
    if (touches.length === 0) {
      row(null).credit += 1;
      row(null).conversions++;
    }
  });
  return { rows, conversions: conversions.length };
}
