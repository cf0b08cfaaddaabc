import { browse } from "./browse.ts";
import { enrichmentPayload } from "./enrichment-payload.ts";
import type { Envelope, SimulatedType } from "./event.ts";
import { type IdentityDetail, identityPayload } from "./identity-payload.ts";
import { Random } from "./random.ts";
import { finalizedPayload, type SessionPayload, sessionPayload } from "./session-payload.ts";
import type { SessionPlan } from "./session-plan.ts";
import { validationsOf } from "./validation-payload.ts";

const seconds = (random: Random, low: number, high: number) =>
  Math.round(random.between(low, high) * 1000);

/** The events of one visit as they are created, in the order of the pipeline. */
export function sessionEvents(plan: SessionPlan): Envelope[] {
  const { persona, position, seed } = plan;
  const random = new Random(seed, "session", persona.index, plan.start);
  const visit = browse(random, plan.campaign, plan.start, plan.depth, plan.pace);
  const session = sessionPayload(random, plan, visit);
  const attribution = attributionOf(random, session);
  const events: Envelope[] = [];
  const running = () => (random.chance(0.03) ? null : session);
  const add = (type: SimulatedType, created: number, data: object) => {
    events.push({ id: `evt_${random.ulid(created)}`, type, created, data });
  };
  const addIdentity = (type: SimulatedType, created: number, detail: IdentityDetail) => {
    const identity = identityPayload(random, persona, detail);
    add(type, created, { attribution, identity, session: running() });
  };

  let at = plan.start + seconds(random, 0.5, 3);
  if (plan.resolved !== "no") {
    const isHint = plan.resolved !== "full";
    addIdentity("identity.resolved", at, {
      ...{ position, hasLinkedin: !isHint, hasJob: !isHint && random.chance(0.4) },
    });
  }
  if (plan.resolved === "hint_then_full") {
    at += seconds(random, 2, 9);
    addIdentity("identity.resolved", at, {
      position,
      hasLinkedin: true,
      hasJob: random.chance(0.4),
    });
  }
  if (plan.qualified) {
    at += seconds(random, 2, 8);
    addIdentity("identity.qualified", at, { position, hasLinkedin: true, hasJob: true });
  }
  const validations = validationsOf(seed, persona, position);
  const enrichment =
    position && (plan.enriched || plan.isKnown)
      ? enrichmentPayload(
          random,
          persona,
          position,
          at + 3000,
          random.chance(0.6) ? validations : null,
        )
      : null;
  if (plan.enriched) {
    at += seconds(random, 4, 14);
    const query = { type: "person", match: "linkedinUrl", value: persona.linkedinUrl };
    const failed = random.chance(0.01);
    add("identity.enriched", at, {
      ...{ attribution, query, companiesEnriched: failed ? 0 : 1 },
      ...{ enrichment: failed ? null : enrichment, session: running() },
    });
  }
  const enrichedAt = plan.enriched ? at : null;
  for (const validation of plan.validated ? validations : []) {
    at += seconds(random, 1, 6);
    add("identity.validated", at, { attribution, validations: [validation], session: running() });
  }
  if (plan.finalized) {
    const endedAt = visit.lastActivity + seconds(random, 1, 5);
    const finalizedAt = Math.max(at, endedAt) + seconds(random, 40, plan.pace < 1 ? 60 : 240);
    add("identity.session.finalized", finalizedAt, {
      session: finalizedPayload(random, session, visit, endedAt, enrichedAt),
      enrichment: plan.enriched || random.chance(0.5) ? enrichment : null,
      ...{ sessionEndedAt: endedAt, eventCount: visit.signals.length, finalizedAt },
    });
  }
  return events;
}

function attributionOf(random: Random, session: SessionPayload) {
  return {
    ...{ type: "website", pixelId: session.pid, sessionId: session.sid, vid: session.vid },
    prid: random.chance(0.8) ? "jNNdd" : "OMzN4",
  };
}
