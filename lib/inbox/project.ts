import { queueForAlerts } from "#lib/alerts/queue-visitors.ts";
import {
  loadPageGoalRules,
  type PageGoalRule,
  storePageGoals,
} from "#lib/attribution/goals/page-goals.ts";
import { refreshCompanyTotals, storeCompanies } from "#lib/companies/store-companies.ts";
import type { Sql } from "#lib/db/sql.ts";
import type { Contribution } from "#lib/events/contribution.ts";
import { type Facts, mergeFacts } from "#lib/facts.ts";
import { assignEvidence } from "#lib/identity/assign.ts";
import { loadClosure } from "#lib/identity/closure.ts";
import type { IdentityRules } from "#lib/identity/corrections.ts";
import { compareEvidence, refOf } from "#lib/identity/evidence.ts";
import { loadRules } from "#lib/identity/load-rules.ts";
import type { StoredEvidence } from "#lib/identity/select-evidence.ts";
import {
  listNewEvidence,
  moveEvidence,
  type NewEvidence,
  storeEvidence,
} from "#lib/identity/store-evidence.ts";
import { loadVisitorFacts } from "#lib/inbox/recollect.ts";
import { moveTeamRecords } from "#lib/leads/move-records.ts";
import { rescoreCompanies } from "#lib/scoring/rescore-visitors.ts";
import { assignSessions } from "#lib/sessions/assign-sessions.ts";
import { refreshDevices } from "#lib/sessions/refresh-devices.ts";
import { loadSessions, storeSessions } from "#lib/sessions/store-sessions.ts";
import { projectVisitors, visitorIdOf } from "#lib/visitors/project-visitors.ts";
import { listCarriers, storeValidations } from "#lib/visitors/store-validations.ts";
import { handItemsToCompanies } from "#lib/worklist/move-work-items.ts";

/** A contribution and the delivery that brought it. */
export interface Incoming {
  deliveryId: string;
  contribution: Contribution;
}

function evidenceOf({ deliveryId, contribution }: Incoming): NewEvidence {
  const { eventId, hash, type, linkedin, emails, sid, vid, hasIdentity, stage } = contribution;
  const at = contribution.occurredAt;
  return { eventId, hash, type, at, linkedin, emails, sid, vid, hasIdentity, stage, deliveryId };
}

/** What people have laid down for a workspace, as far as the visitors' events are read by it. */
interface OwnRules {
  identity: IdentityRules;
  goals: readonly PageGoalRule[];
}

interface Move {
  eventId: string;
  hash: string;
  at: number;
  from: string | null;
  visitorId: string | null;
}

/**
 * Projects events of one workspace inside the caller's transaction, which holds the projection, and
 * returns the refs of those that were new; the others were known already and changed nothing.
 *
 * The tables that result are a function of the set of events, however they are split into calls:
 * evidence is stored with whatever it can move assigned anew, facts are merged by a total order, and
 * every visitor touched is derived again from what is stored. A visitor that gained or lost stored
 * evidence has its facts collected from the ledger again, since merged facts cannot be un-merged.
 * `onProjected` is told which visitors were derived anew.
 *
 * What does not depend on one another is asked together: a statement runs in a millisecond or less, so that of a
 * small batch most would else be waiting.
 */
export async function projectEvents(
  sql: Sql,
  workspaceId: string,
  incoming: readonly Incoming[],
  onProjected?: (visitorIds: Iterable<string>) => void,
): Promise<Set<string>> {
  // Of equal events the first is the one that counts, here as for the fates of their deliveries.
  const reversed = incoming.toReversed().map((one) => [refOf(one.contribution), one] as const);
  const distinct = [...new Map(reversed).values()];
  const [fresh, rules] = await Promise.all([
    listNewEvidence(sql, workspaceId, distinct.map(evidenceOf)),
    loadOwnRules(sql, workspaceId),
  ]);
  const news = distinct.filter(({ contribution }) => fresh.has(refOf(contribution)));
  if (news.length === 0) return fresh;
  const contributions = news.map((one) => one.contribution);

  const validations = contributions.flatMap((one) =>
    one.validations.map((result) => ({
      ...result,
      at: one.occurredAt,
      eventId: one.eventId,
      hash: one.hash,
    })),
  );
  const validated = validations.map(({ email }) => email);
  const [changedCompanies, carriers, assigned] = await Promise.all([
    storeCompanies(
      sql,
      workspaceId,
      contributions.flatMap(({ companies }) => companies),
    ),
    listCarriers(sql, workspaceId, validated),
    assignVisitors(sql, workspaceId, rules.identity, news.map(evidenceOf), news),
    storeValidations(sql, workspaceId, validations),
  ]);
  const facts = gatherFacts(
    contributions,
    new Map(assigned.moves.map((move) => [refOf(move), move])),
    fresh,
  );
  const dirty = await settleVisitors(sql, workspaceId, rules, assigned, {
    facts,
    fresh,
    carriers,
  });
  // People of these companies whom no event of this batch is about have another score now, too.
  const rescored = await rescoreCompanies(sql, workspaceId, changedCompanies);
  await refreshCompanyTotals(sql, workspaceId, rescored);
  const newest = contributions.reduce((latest, one) => Math.max(latest, one.occurredAt), 0);
  await queueForAlerts(sql, workspaceId, [...dirty], newest);
  onProjected?.(dirty);
  return fresh;
}

/**
 * Assigns stored evidence anew, with all that it can move, after what people corrected has changed. The
 * caller holds the projection. Returns the visitors that were derived again; `also` are among them.
 */
export async function reassign(
  sql: Sql,
  workspaceId: string,
  evidence: readonly StoredEvidence[],
  also: readonly string[] = [],
): Promise<Set<string>> {
  const rules = await loadOwnRules(sql, workspaceId);
  const assigned = await assignVisitors(sql, workspaceId, rules.identity, evidence, []);
  return settleVisitors(sql, workspaceId, rules, assigned, {
    facts: new Map(),
    fresh: new Set(),
    carriers: also,
  });
}

async function loadOwnRules(sql: Sql, workspaceId: string): Promise<OwnRules> {
  const [identity, goals] = await Promise.all([
    loadRules(sql, workspaceId),
    loadPageGoalRules(sql, workspaceId),
  ]);
  return { identity, goals };
}

/** Derives every visitor again that the new evidence or the moves concern, and what hangs on them. */
async function settleVisitors(
  sql: Sql,
  workspaceId: string,
  rules: OwnRules,
  { keys, moves, resorted }: Awaited<ReturnType<typeof assignVisitors>>,
  news: { facts: Map<string, Facts>; fresh: ReadonlySet<string>; carriers: readonly string[] },
): Promise<Set<string>> {
  const { facts, fresh, carriers } = news;
  // Visitors that only gained new events merge; those that exchanged stored ones collect anew.
  const exchanged = new Set<string>();
  for (const move of moves) {
    if (fresh.has(refOf(move))) continue;
    for (const id of [move.from, move.visitorId]) if (id) exchanged.add(id);
  }
  const collected = await loadVisitorFacts(sql, workspaceId, [...exchanged]);
  const dirty = new Set<string>([...facts.keys(), ...exchanged, ...resorted, ...carriers]);
  const { companyIds, removed } = await projectVisitors(
    sql,
    workspaceId,
    [...dirty]
      .sort()
      .map((id) =>
        exchanged.has(id)
          ? { id, key: keys.get(id) ?? null, facts: collected.get(id) ?? {}, mode: "replace" }
          : { id, key: keys.get(id) ?? null, facts: facts.get(id) ?? {}, mode: "merge" },
      ),
  );
  await storePageGoals(sql, workspaceId, [...dirty], rules.goals);
  await refreshCompanyTotals(sql, workspaceId, companyIds);
  await moveTeamRecords(sql, workspaceId, successorsOf(removed, moves));
  await handItemsToCompanies(sql, workspaceId, [...dirty]);
  return dirty;
}

/** Stores `news`, and assigns anew all that `start` (the news, or stored evidence) can move. */
async function assignVisitors(
  sql: Sql,
  workspaceId: string,
  rules: IdentityRules,
  start: Parameters<typeof loadClosure>[2],
  news: readonly Incoming[],
) {
  const fresh = news.map(evidenceOf);
  const visits = news.flatMap(({ contribution }) => contribution.session ?? []);
  const [closure, known] = await Promise.all([
    loadClosure(sql, workspaceId, start, rules),
    loadSessions(
      sql,
      workspaceId,
      visits.map(({ sid }) => sid),
    ),
  ]);
  const assigned = assignEvidence(closure.evidence, rules);
  const keys = new Map<string, string>();
  const idOf = (key: string | null | undefined): string | null => {
    if (!key) return null;
    const id = visitorIdOf(workspaceId, key);
    keys.set(id, key);
    return id;
  };
  const moves: Move[] = [];
  for (const evidence of closure.evidence) {
    const visitorId = idOf(assigned.events.get(refOf(evidence)));
    if (visitorId === evidence.visitorId) continue;
    moves.push({ ...evidence, from: evidence.visitorId, visitorId });
  }
  const isFresh = new Set(fresh.map(refOf));
  await moveEvidence(
    sql,
    workspaceId,
    moves
      .filter((move) => !isFresh.has(refOf(move)))
      .map(({ eventId, hash, visitorId }) => ({ eventId, hash, visitorId })),
  );
  await storeEvidence(sql, workspaceId, fresh, (one) => idOf(assigned.events.get(refOf(one))));
  const owners = [...closure.sids].map((sid) => ({
    sid,
    visitorId: idOf(assigned.sessions.get(sid)),
  }));
  const storeVisits = async () => {
    const visitorOf = new Map(owners.map(({ sid, visitorId }) => [sid, visitorId]));
    await storeSessions(sql, workspaceId, visits, known, visitorOf);
    await refreshDevices(
      sql,
      workspaceId,
      [...new Set(closure.evidence.flatMap(({ vid }) => vid ?? []))],
      [...closure.vids].map((vid) => ({ vid, visitorId: idOf(assigned.devices.get(vid)) })),
    );
  };
  const [resorted] = await Promise.all([
    // Given before the sessions are written, and so run before: what is new is written with its visitor at once.
    assignSessions(sql, workspaceId, owners),
    storeVisits(),
  ]);
  const changedSids = new Set(news.map(({ contribution }) => contribution.sid));
  for (const { sid, visitorId } of owners) {
    if (visitorId && changedSids.has(sid)) resorted.add(visitorId);
  }
  return { keys, moves, resorted };
}

/** Facts of the new events by the visitor that they now belong to. */
function gatherFacts(
  contributions: readonly Contribution[],
  moves: ReadonlyMap<string, Move>,
  fresh: ReadonlySet<string>,
): Map<string, Facts> {
  const byVisitor = new Map<string, Facts>();
  for (const contribution of contributions) {
    const ref = refOf(contribution);
    const owner = fresh.has(ref) ? moves.get(ref)?.visitorId : null;
    if (!owner) continue;
    byVisitor.set(owner, mergeFacts(byVisitor.get(owner) ?? {}, contribution.visitor));
  }
  return byVisitor;
}

/** For each visitor that is gone, the one that took over its latest evidence. */
function successorsOf(removed: readonly string[], moves: readonly Move[]) {
  return removed.flatMap((id) => {
    const taken = moves.filter((move) => move.from === id && move.visitorId !== null);
    const latest = taken.sort(compareEvidence).at(-1);
    return latest?.visitorId ? [{ from: id, to: latest.visitorId }] : [];
  });
}
