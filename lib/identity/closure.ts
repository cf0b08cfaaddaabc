import type { Sql } from "#lib/db/sql.ts";
import { type IdentityRules, NO_RULES } from "#lib/identity/corrections.ts";
import { type Evidence, emailOfKey, refOf } from "#lib/identity/evidence.ts";
import {
  listNeighbours,
  type SharedThings,
  type StoredEvidence,
} from "#lib/identity/select-evidence.ts";

/** Everything that new evidence can move, and the sessions and devices that are seen whole. */
export interface Closure {
  evidence: StoredEvidence[];
  sids: Set<string>;
  vids: Set<string>;
}

/** Evidence that is not stored yet, or that is and was moved by a correction. */
type Start = Evidence & { visitorId?: string | null };

/**
 * Loads the evidence whose visitor may change because of `start`: all that shares a session, device or
 * e-mail with it, and on from there. The walk does not go on behind evidence with a LinkedIn URL or
 * detached evidence, since neither ever moves.
 */
export async function loadClosure(
  sql: Sql,
  workspaceId: string,
  start: readonly Start[],
  rules: IdentityRules = NO_RULES,
): Promise<Closure> {
  const known = new Map<string, StoredEvidence>();
  const sids = new Set<string>();
  const vids = new Set<string>();
  const emails = new Set<string>();
  let ways: SharedThings[] = start.flatMap((one) => [waysOn(one), ...waysOfPin(one, rules)]);
  while (ways.length > 0) {
    const named = ways.flatMap((way) => way.emails.flatMap(rules.emailsBeside));
    const given = rules.isEmpty ? [] : named.flatMap(rules.sessionsGivenTo);
    const next = {
      sids: take([...ways.flatMap((way) => way.sids), ...given], sids),
      vids: take(
        ways.flatMap((way) => way.vids),
        vids,
      ),
      emails: take(named, emails),
    };
    if (next.sids.length + next.vids.length + next.emails.length === 0) break;
    const rows = await listNeighbours(sql, workspaceId, next);
    const found = rows.filter((evidence) => !known.has(refOf(evidence)));
    for (const evidence of found) known.set(refOf(evidence), evidence);
    ways = found.flatMap((evidence) => {
      if (rules.pinOf(evidence)) return waysOfPin(evidence, rules);
      return evidence.linkedin === null ? [waysOn(evidence)] : [];
    });
  }
  for (const evidence of start) {
    const ref = refOf(evidence);
    if (!known.has(ref)) known.set(ref, { ...evidence, visitorId: evidence.visitorId ?? null });
  }
  return { evidence: [...known.values()], sids, vids };
}

function waysOn({ sid, vid, emails }: Evidence): SharedThings {
  return {
    sids: sid === null ? [] : [sid],
    vids: vid === null ? [] : [vid],
    emails: emails.map(({ email }) => email),
  };
}

/** A detached session may have been given to one known by an e-mail: it follows whoever carries that. */
function waysOfPin(evidence: Evidence, rules: IdentityRules): SharedThings[] {
  const key = rules.pinOf(evidence)?.intoKey;
  const email = key ? emailOfKey(rules.canonicalKey(key)) : null;
  return email === null ? [] : [{ sids: [], vids: [], emails: [email] }];
}

/** The values not seen yet; marks them as seen. */
function take(values: readonly string[], seen: Set<string>): string[] {
  const fresh = new Set<string>();
  for (const value of values) if (!seen.has(value)) fresh.add(value);
  for (const value of fresh) seen.add(value);
  return [...fresh];
}
