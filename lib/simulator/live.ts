import { now } from "#lib/clock.ts";
import { Agenda } from "./agenda.ts";
import { CAMPAIGNS } from "./campaigns.ts";
import type { SimulatedEvent } from "./event.ts";
import { changedPosition } from "./journey.ts";
import { pause } from "./pause.ts";
import { type Persona, personaOf } from "./persona.ts";
import { schedule } from "./plan.ts";
import { Random } from "./random.ts";
import type { SessionPlan } from "./session-plan.ts";

export interface LiveOptions {
  seed: number;
  /** Events (not visits) per minute, on average. */
  perMinute: number;
  signal?: AbortSignal | undefined;
  /** How many visitors the history of this seed had: half of the live visits are theirs. */
  visitors?: number;
}

const EVENTS_PER_VISIT = 4.2;

function livePlan(
  random: Random,
  seed: number,
  persona: Persona,
  start: number,
  isNew: boolean,
): SessionPlan {
  const hasProfile = persona.recognition === "full" || persona.recognition === "late_linkedin";
  const enriched = hasProfile && random.chance(isNew ? 0.9 : 0.4);
  const changed = !isNew && persona.next ? changedPosition(persona.next, start) : persona.position;
  return {
    ...{ seed, persona, start, number: isNew ? 0 : 1, device: persona.devices[0], enriched },
    campaign: isNew ? persona.origin : random.weighted(CAMPAIGNS, ({ again }) => again),
    depth: persona.origin.depth,
    // People in a hurry: a demo should show whole visits within a few minutes.
    pace: 0.35,
    position: changed,
    resolved: persona.recognition === "personal_only" ? "hint" : "full",
    qualified: hasProfile,
    validated: enriched,
    finalized: true,
    isKnown: !isNew && hasProfile,
  };
}

/**
 * Endless traffic in real time, `created` being about now. Ends when `signal` is aborted. The first
 * visit starts at once.
 */
export async function* liveEvents(
  options: LiveOptions,
): AsyncGenerator<SimulatedEvent, void, undefined> {
  const { seed, perMinute, signal, visitors = 0 } = options;
  const random = new Random(seed, "live", now());
  const agenda = new Agenda<SessionPlan | SimulatedEvent>();
  const gap = (60_000 * EVENTS_PER_VISIT) / Math.max(perMinute, 0.01);
  let newcomers = visitors;
  let nextVisit = now();
  while (!signal?.aborted) {
    while (nextVisit <= now()) {
      const isNew = visitors === 0 || random.chance(0.5);
      const persona = personaOf(seed, isNew ? newcomers++ : random.int(0, visitors - 1));
      const plan = livePlan(random, seed, persona, Math.floor(nextVisit), isNew);
      schedule(agenda, plan);
      nextVisit += random.exponential(gap);
    }
    if (agenda.nextAt() <= now()) {
      const item = agenda.take();
      if (item && "payload" in item) yield item;
      continue;
    }
    await pause(Math.max(1, Math.min(agenda.nextAt(), nextVisit) - now()), signal);
  }
}
