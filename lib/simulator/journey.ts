import { CAMPAIGNS } from "./campaigns.ts";
import type { Device } from "./devices.ts";
import { type Persona, type Position, personaOf } from "./persona.ts";
import { Random } from "./random.ts";
import type { SessionPlan } from "./session-plan.ts";
import { visitTime } from "./visit-time.ts";

const DAY = 86_400_000;
const STALE_AFTER = 7 * DAY;
const MAX_SESSIONS = 16;

/** The position after a promotion or move that happened shortly before `at`. */
export function changedPosition(next: Position, at: number): Position {
  return { ...next, since: new Date(at - 2 * DAY).toISOString().slice(0, 7) };
}

function sessionCount(random: Random, persona: Persona): number {
  const returns = Math.floor(random.exponential(1.5 * persona.origin.loyalty));
  return Math.min(MAX_SESSIONS, 1 + Math.max(returns, persona.next ? 3 : 0));
}

function deviceFor(random: Random, persona: Persona, number: number): Device {
  const [main, ...others] = persona.devices;
  return number > 0 && others[0] && random.chance(0.35)
    ? random.pick([others[0], ...others])
    : main;
}

function resolvedIn(persona: Persona, number: number, count: number): SessionPlan["resolved"] {
  if (persona.recognition === "personal_only") return "hint";
  if (persona.recognition !== "late_linkedin" || number > 0) return "full";
  return count === 1 ? "hint_then_full" : "hint";
}

/** Every visit of the visitor with that number, the first one not before `earliest`. */
export function journeyOf(seed: number, index: number, earliest: number): SessionPlan[] {
  const persona = personaOf(seed, index);
  const random = new Random(seed, "journey", index);
  const count = sessionCount(random, persona);
  const changesAt = persona.next ? Math.ceil(count / 2) : count;
  const isAnonymousFirst = count > 1 && random.chance(0.16);
  const stopsBefore = persona.recognition === "resolved_only" ? "qualified" : "nothing";
  const plans: SessionPlan[] = [];
  let from = earliest;
  let position = persona.position;
  let enrichedAt = Number.NEGATIVE_INFINITY;
  for (let number = 0; number < count; number++) {
    const device = deviceFor(random, persona, number);
    const start = visitTime(random, from, persona.place.offset, device.kind);
    if (number === changesAt && persona.next) position = changedPosition(persona.next, start);
    const known = number - (isAnonymousFirst ? 1 : 0);
    const resolved = known < 0 || random.chance(0.03) ? "no" : resolvedIn(persona, known, count);
    const hasProfile = resolved.endsWith("full") && stopsBefore === "nothing";
    const qualified = hasProfile && random.chance(0.93);
    const isDue = start - enrichedAt > STALE_AFTER || number === changesAt || random.chance(0.2);
    const enriched = qualified && isDue && random.chance(0.93);
    const wasEnriched = Number.isFinite(enrichedAt);
    if (enriched) enrichedAt = start;
    plans.push({
      ...{ seed, persona, number, start, device, position, resolved, qualified, enriched, pace: 1 },
      campaign: number === 0 ? persona.origin : random.weighted(CAMPAIGNS, ({ again }) => again),
      depth: persona.origin.depth * Math.min(2, 1 + number * 0.12),
      validated: enriched ? random.chance(0.95) : resolved === "hint" && random.chance(0.4),
      finalized: random.chance(0.97),
      isKnown: wasEnriched && resolved !== "no",
    });
    from = start + 0.5 * 3_600_000 + random.exponential(1.6 * DAY) * 1.3 ** number;
    // A visit is over before the next one of the same person starts.
    from += 2 * 3_600_000;
  }
  return plans;
}
