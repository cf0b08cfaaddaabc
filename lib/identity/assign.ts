import { type IdentityRules, NO_RULES } from "#lib/identity/corrections.ts";
import {
  compareEvidence,
  type Evidence,
  emailClass,
  emailOfKey,
  emailVisitorKey,
  linkedinVisitorKey,
  refOf,
} from "#lib/identity/evidence.ts";

/** Which visitor key (or null: waiting) each piece of evidence, session and device belongs to. */
export interface Assignment {
  events: Map<string, string | null>;
  sessions: Map<string, string>;
  devices: Map<string, string>;
}

/** The latest assigned evidence behind an e-mail, a session or a device, and whose it is. */
interface Claim {
  evidence: Evidence;
  owner: string;
}

type Claims = Map<string, Claim>;

function strengthen(claims: Claims, key: string | null, evidence: Evidence, owner: string): void {
  if (key === null) return;
  const present = claims.get(key);
  if (!present || compareEvidence(evidence, present.evidence) > 0)
    claims.set(key, { evidence, owner });
}

/** The visitor that carries one of the event's e-mails: best class first, then the latest evidence. */
function carrierOf(evidence: Evidence, byEmail: Claims, rules: IdentityRules): string | null {
  let best: { claim: Claim; rank: number } | null = null;
  for (const { email, type } of evidence.emails) {
    const claim = claimOn(email, evidence, byEmail, rules);
    if (!claim) continue;
    // What a person said comes before what an event shows, for e-mails of one class.
    const rank = emailClass(type) * 2 + (claim.evidence === evidence ? 0 : 1);
    const isBetter =
      best === null ||
      rank < best.rank ||
      (rank === best.rank && compareClaims(claim, best.claim) > 0);
    if (isBetter) best = { claim, rank };
  }
  return best?.claim.owner ?? null;
}

/** Who carries an e-mail; where a merge fixed that, the asking evidence itself stands for the claim. */
function claimOn(email: string, asking: Evidence, byEmail: Claims, rules: IdentityRules) {
  const owner = rules.fixedOwner(email);
  return owner === null ? byEmail.get(rules.emailNode(email)) : { evidence: asking, owner };
}

/** Evidence decides; two fixed claims have the same and are told apart by their owners. */
function compareClaims(a: Claim, b: Claim): number {
  return compareEvidence(a.evidence, b.evidence) || (a.owner < b.owner ? 1 : -1);
}

function bestEmail(evidence: Evidence): string | null {
  const [first] = [...evidence.emails].sort(
    (a, b) => emailClass(a.type) - emailClass(b.type) || (a.email < b.email ? -1 : 1),
  );
  return first?.email ?? null;
}

/**
 * Assigns every piece of evidence to a visitor, as a function of the set and of what people corrected.
 *
 * Evidence with a LinkedIn URL belongs to that URL's visitor, always. The rest is assigned in rounds,
 * each computed from the state before it: by an e-mail that a visitor carries, repeated until nothing
 * changes; then by the session's visitor, then by the device's (after either, e-mails come first again,
 * since a visitor now may carry more of them). What still remains and has an identity with an e-mail
 * makes the earliest such event a visitor of its own, known by that e-mail, and the rounds go on. The
 * remainder waits. Ties: time, event id, body hash.
 *
 * `rules` come before all of it: a merged visitor's evidence is that of the other, e-mails of merged
 * visitors count as one, and detached evidence speaks for nobody (see docs/identity.md).
 *
 * The rounds touch only evidence that shares an e-mail, session or device, so assigning a connected
 * part alone gives the same answer as assigning everything (closure.ts relies on it).
 */
export function assignEvidence(
  all: readonly Evidence[],
  rules: IdentityRules = NO_RULES,
): Assignment {
  const events = new Map<string, string | null>();
  const byEmail: Claims = new Map();
  const bySession: Claims = new Map();
  const byDevice: Claims = new Map();
  let waiting: Evidence[] = [];

  const assign = (evidence: Evidence, key: string): void => {
    const owner = rules.canonicalKey(key);
    events.set(refOf(evidence), owner);
    for (const { email } of evidence.emails) {
      strengthen(byEmail, rules.emailNode(email), evidence, owner);
    }
    strengthen(bySession, evidence.sid, evidence, owner);
    strengthen(byDevice, evidence.vid, evidence, owner);
  };
  const round = (ownerOf: (evidence: Evidence) => string | null): boolean => {
    const found = waiting.map((evidence) => ({ evidence, owner: ownerOf(evidence) }));
    const left: Evidence[] = [];
    for (const { evidence, owner } of found) {
      if (owner === null) left.push(evidence);
      else assign(evidence, owner);
    }
    const isChanged = left.length < waiting.length;
    waiting = left;
    return isChanged;
  };
  const claimedBy = (claims: Claims, key: string | null): string | null =>
    key === null ? null : (claims.get(key)?.owner ?? null);
  const seed = (): boolean => {
    const [first] = waiting
      .filter((evidence) => evidence.hasIdentity && evidence.emails.length > 0)
      .sort(compareEvidence);
    const email = first && bestEmail(first);
    return email
      ? round((evidence) => (evidence === first ? emailVisitorKey(email) : null))
      : false;
  };

  const given = new Map<string, string | null>();
  for (const evidence of all) {
    const pin = rules.pinOf(evidence);
    if (pin) {
      events.set(refOf(evidence), null);
      if (pin.isWholeSession && evidence.sid) given.set(evidence.sid, pin.intoKey);
    } else if (evidence.linkedin) assign(evidence, linkedinVisitorKey(evidence.linkedin));
    else waiting.push(evidence);
  }
  let isMoving = true;
  while (isMoving && waiting.length > 0) {
    isMoving =
      round((evidence) => carrierOf(evidence, byEmail, rules)) ||
      round((evidence) => claimedBy(bySession, evidence.sid)) ||
      round((evidence) => claimedBy(byDevice, evidence.vid)) ||
      seed();
  }
  for (const evidence of waiting) events.set(refOf(evidence), null);
  const sessions = ownersOf(bySession);
  for (const [sid, key] of given) {
    if (key === null) sessions.delete(sid);
    else sessions.set(sid, ownerOfKey(key, byEmail, rules));
  }
  return { events, sessions, devices: ownersOf(byDevice) };
}

/** Who a visitor's key stands for now: one known by an e-mail may have got a LinkedIn URL since. */
function ownerOfKey(key: string, byEmail: Claims, rules: IdentityRules): string {
  const canonical = rules.canonicalKey(key);
  const email = emailOfKey(canonical);
  return email === null ? canonical : (byEmail.get(rules.emailNode(email))?.owner ?? canonical);
}

function ownersOf(claims: Claims): Map<string, string> {
  return new Map([...claims].map(([key, claim]) => [key, claim.owner]));
}
