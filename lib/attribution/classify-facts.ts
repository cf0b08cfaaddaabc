import { textFact } from "#lib/fact-values.ts";
import type { Facts } from "#lib/facts.ts";
import type { ChannelMatcher } from "./channel-rules/channel-rule.ts";
import { type Classification, classifySession } from "./classify.ts";

/** Where a session came from, by its facts. */
export function classifyFacts(facts: Facts, ownRules?: ChannelMatcher): Classification {
  const origin = {
    utm: {
      source: textFact(facts, "utm.source"),
      medium: textFact(facts, "utm.medium"),
      campaign: textFact(facts, "utm.campaign"),
      term: textFact(facts, "utm.term"),
      content: textFact(facts, "utm.content"),
    },
    gclid: textFact(facts, "gclid"),
    fbclid: textFact(facts, "fbclid"),
    referrer: textFact(facts, "referrer"),
    landingPage: textFact(facts, "landingPage") ?? "",
  };
  return classifySession(origin, ownRules);
}
