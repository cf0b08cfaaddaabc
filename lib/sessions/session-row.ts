import type { ChannelMatcher } from "#lib/attribution/channel-rules/channel-rule.ts";
import { classifyFacts } from "#lib/attribution/classify-facts.ts";
import { clip } from "#lib/clip.ts";
import { numberFact, textFact } from "#lib/fact-values.ts";
import type { Facts } from "#lib/facts.ts";
import { pathOf } from "#lib/format.ts";
import { packFacts } from "#lib/packed-facts.ts";
import { dwellTimes, type Signal } from "#lib/sessions/signal.ts";

/** What lists, filters and attribution read of a session: a function of its facts and its signals. */
export function deriveSession(
  sid: string,
  facts: Facts,
  signals: readonly Signal[],
  ownRules?: ChannelMatcher,
) {
  const createdAt = numberFact(facts, "createdAt") ?? 0;
  const lastActivity = numberFact(facts, "lastActivity");
  const views = signals.filter((signal) => signal.signal === "pageview");
  const seen = [createdAt, lastActivity ?? 0, ...views.map((view) => view.at)];
  const landingPage = textFact(facts, "landingPage") ?? "";
  const endedAt = numberFact(facts, "endedAt") ?? numberFact(facts, "sessionEndedAt");
  const touch = classifyFacts(facts, ownRules);
  return {
    sid,
    facts: packFacts(facts),
    vid: textFact(facts, "vid") ?? "",
    createdAt: new Date(createdAt),
    lastSeenAt: new Date(seen.reduce((a, b) => Math.max(a, b))),
    lastActivityAt: lastActivity === null ? null : new Date(lastActivity),
    endedAt: endedAt === null ? null : new Date(endedAt),
    landingPage,
    landingPath: clip(pathOf(landingPage)),
    referrer: textFact(facts, "referrer"),
    channel: touch.channel,
    source: clip(touch.source),
    medium: clip(touch.medium),
    campaign: clip(touch.campaign),
    term: clip(touch.term),
    content: clip(touch.content),
    isDirect: touch.isDirect,
    gclid: textFact(facts, "gclid"),
    fbclid: textFact(facts, "fbclid"),
    pageviews: views.length,
    engagedMs: dwellTimes(signals, lastActivity).reduce<number>((sum, ms) => sum + (ms ?? 0), 0),
  };
}
