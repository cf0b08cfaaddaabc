import { formatNumber } from "#lib/format.ts";
import { matchesPath } from "#lib/scoring/page-pattern.ts";
import type { Earned } from "#lib/scoring/score-rank.ts";
import type { ScoreRules } from "#lib/scoring/score-rules.ts";

/** Times are ms since the epoch. */
export interface ScoredSession {
  sid: string;
  createdAt: number;
  lastSeenAt: number;
  pageviews: number;
  engagedMs: number;
}

/** What a visitor did, as far as it can give points. Sessions and pages are the latest ones. */
export interface IntentTraits {
  firstSid: string | null;
  sessions: readonly ScoredSession[];
  pages: readonly { path: string; at: number }[];
  goals: readonly { goal: string; at: number }[];
}

/** Points that were earned in one way. */
export interface IntentPart {
  name: string;
  what: string;
  earned: Earned[];
}

type IntentRules = ScoreRules["intent"];

/** The ways in which a visitor earned points; those without points are left out. */
export function intentParts(rules: IntentRules, traits: IntentTraits): IntentPart[] {
  return [
    ...pageParts(rules, traits),
    depthPart(rules.depth, traits),
    returnPart(rules.returnVisit, traits),
    goalPart("Qualified", "The sender qualified the person", rules.qualified, "qualified", traits),
    goalPart("Enriched", "The person’s profile is known", rules.enriched, "enriched", traits),
    goalPart("Valid e-mail", "An address was found valid", rules.validEmail, "valid_email", traits),
  ].filter(({ earned }) => earned.some(({ points }) => points > 0));
}

function pageParts(rules: IntentRules, { pages }: IntentTraits): IntentPart[] {
  const byRule = rules.pages.map((): number[] => []);
  for (const { path, at } of pages) {
    const place = rules.pages.findIndex((rule) => matchesPath(path, rule.path));
    byRule[place]?.push(at);
  }
  return rules.pages.map(({ name, points, atMost }, place) => {
    const times = (byRule[place] ?? []).sort((a, b) => b - a);
    const counted = times.slice(0, atMost);
    const views = `${formatNumber(times.length)} ${times.length === 1 ? "view" : "views"}`;
    const limit = times.length > atMost ? `, the latest ${formatNumber(atMost)} count` : "";
    return { name, what: views + limit, earned: counted.map((at) => ({ at, points })) };
  });
}

function depthPart(rules: IntentRules["depth"], { sessions }: IntentTraits): IntentPart {
  const earned = sessions.map(({ lastSeenAt, pageviews, engagedMs }) => {
    // Whole minutes: what a page shows as "3 min" gives three times the points.
    const minutes = Math.floor(engagedMs / 60_000);
    return {
      at: lastSeenAt,
      points:
        rules.perPage * Math.min(pageviews, rules.maxPages) +
        rules.perMinute * Math.min(minutes, rules.maxMinutes),
    };
  });
  const pages = sessions.reduce((sum, session) => sum + session.pageviews, 0);
  const minutes = Math.round(sessions.reduce((sum, one) => sum + one.engagedMs, 0) / 60_000);
  const what = `${formatNumber(pages)} ${pages === 1 ? "page" : "pages"}, ${formatNumber(minutes)} min engaged`;
  return { name: "Depth", what, earned };
}

function returnPart(points: number, { sessions, firstSid }: IntentTraits): IntentPart {
  const again = sessions.filter(({ sid }) => sid !== firstSid);
  const what = `Came back ${again.length === 1 ? "once" : `${formatNumber(again.length)} times`}`;
  return {
    name: "Return visits",
    what,
    earned: again.map(({ createdAt }) => ({ at: createdAt, points })),
  };
}

function goalPart(
  name: string,
  what: string,
  points: number,
  goal: string,
  { goals }: IntentTraits,
): IntentPart {
  const reached = goals.filter((one) => one.goal === goal);
  return { name, what, earned: reached.map(({ at }) => ({ at, points })) };
}
