import type { Candidate, Visit } from "#lib/alerts/candidate.ts";
import { type Condition, triggerKind } from "#lib/alerts/conditions.ts";
import { matchesPath } from "#lib/scoring/page-pattern.ts";

/** A moment at which all conditions of a rule held. */
export interface Match {
  /** What it is known by, first by today's name: a match found under any of them is known already. */
  keys: readonly string[];
  /** ms since the epoch: when the last of what had to happen happened. */
  at: number;
  /** Why, in words. */
  why: string[];
}

export interface MatchContext {
  /** Whose rule it is; null for the workspace's. */
  ownerId: string | null;
  /** The score, 0 to 100, that a rank shows at a time. */
  scoreAt: (rank: number, at: number) => number;
}

/** Why a condition holds, and since when if that is about a moment; null when it does not hold. */
type Held = { why: string; at?: number } | null;

/**
 * All matches of a visitor: one for each visit in which everything held, or one for the stage that a
 * rule waits for. Pure: the preview and the evaluation both go through here.
 */
export function matchesOf(
  conditions: readonly Condition[],
  candidate: Candidate,
  context: MatchContext,
): Match[] {
  if (triggerKind(conditions) === "visit") {
    return candidate.visits.flatMap((visit) => {
      const keys = [`visit:${visit.sid}`];
      return held(conditions, candidate, visit, visit.at, context, keys);
    });
  }
  const stage = conditions.find((one) => one.is === "stage")?.stage ?? "";
  const reachedAt = candidate.stages.get(stage);
  if (reachedAt === undefined) return [];
  const ids = [candidate.visitorId, ...candidate.formerIds];
  const keys = ids.map((id) => `stage:${stage}:${id}`);
  return held(conditions, candidate, null, reachedAt, context, keys);
}

function held(
  conditions: readonly Condition[],
  candidate: Candidate,
  visit: Visit | null,
  start: number,
  context: MatchContext,
  keys: readonly string[],
): Match[] {
  const why: string[] = [];
  let at = start;
  // First what happened, since the score is that of the moment at which it did.
  for (const one of conditions) {
    const found = visit ? happened(one, visit) : undefined;
    if (found === null) return [];
    if (found?.at) at = Math.max(at, found.at);
    if (found) why.push(found.why);
  }
  for (const one of conditions) {
    const found = isSo(one, candidate, at, context);
    if (found === null) return [];
    if (found) why.push(found.why);
  }
  return [{ keys, at, why }];
}

/** What a condition says of a visit; undefined when it says nothing. */
function happened(one: Condition, visit: Visit): Held | undefined {
  switch (one.is) {
    case "page": {
      const page = visit.pages.find(({ path }) => matchesPath(path, one.path));
      return page ? { why: `Viewed ${page.path}`, at: page.at } : null;
    }
    case "returnVisit":
      return visit.ordinal >= one.visits ? { why: `Visit number ${visit.ordinal}` } : null;
    case "campaign":
      return contains(visit.campaign, one.text) ? { why: `Campaign ${visit.campaign}` } : null;
    case "source":
      return contains(visit.source, one.text) ? { why: `Came from ${visit.source}` } : null;
    default:
      return undefined;
  }
}

const STAGE_WORDS = {
  identified: "Identified",
  qualified: "Qualified",
  enriched: "Enriched",
  valid_email: "Has a valid e-mail",
} as const;

/** What a condition says of a visitor; undefined when it says nothing. */
function isSo(one: Condition, who: Candidate, at: number, context: MatchContext): Held | undefined {
  switch (one.is) {
    case "stage":
      return who.stages.has(one.stage) ? { why: STAGE_WORDS[one.stage] } : null;
    case "companySize": {
      const size = who.employees;
      const fits = size !== null && size >= (one.min ?? 0) && size <= (one.max ?? size);
      return fits ? { why: `${size} people at the company` } : null;
    }
    case "industry":
      return contains(who.industry, one.text) ? { why: `Industry: ${who.industry}` } : null;
    case "title":
      return contains(who.jobTitle, one.text) ? { why: `Title: ${who.jobTitle}` } : null;
    case "country":
      return one.codes.includes(who.countryCode ?? "") ? { why: `In ${who.countryCode}` } : null;
    case "score": {
      const score = context.scoreAt(who.scoreRank, at);
      return score >= one.min ? { why: `Score ${score}` } : null;
    }
    case "validity": {
      const validity = who.validity ?? "unknown";
      return one.among.some((word) => word === validity) ? { why: `E-mail ${validity}` } : null;
    }
    case "owner": {
      if (one.who === "nobody") return who.ownerId === null ? { why: "Nobody owns it" } : null;
      if (one.who === "somebody") return who.ownerId !== null ? { why: "Has an owner" } : null;
      return who.ownerId !== null && who.ownerId === context.ownerId ? { why: "Yours" } : null;
    }
    default:
      return undefined;
  }
}

function contains(text: string | null, part: string): boolean {
  return text?.toLowerCase().includes(part.toLowerCase()) ?? false;
}
