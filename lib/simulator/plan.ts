import { Agenda } from "./agenda.ts";
import { deliveriesOf } from "./delivery.ts";
import type { SimulatedEvent } from "./event.ts";
import { journeyOf } from "./journey.ts";
import { Random } from "./random.ts";
import { sessionEvents } from "./session-events.ts";
import type { SessionPlan } from "./session-plan.ts";

export interface PlanOptions {
  /** Same seed and period, same events. */
  seed: number;
  /** Period in ms; deliveries at or after `to` are left out, so its last journeys are unfinished. */
  from: number;
  to: number;
  visitors: number;
}

/** First visits, sorted: a little more of them towards the end of the period, as a growing site has. */
function arrivals({ seed, from, to, visitors }: PlanOptions): Float64Array {
  const random = new Random(seed, "arrivals");
  const times = new Float64Array(visitors);
  // Journeys take about a day to start (office hours), so the last arrivals still get in.
  for (let i = 0; i < visitors; i++) times[i] = from + random.next() ** 0.85 * (to - from) * 0.985;
  return times.sort();
}

/**
 * All deliveries of a period, ordered by the time they leave. A generator: at any moment it holds the
 * coming visits of visitors who already came, and the events of visits that are running.
 */
export function* planJourneys(options: PlanOptions): Generator<SimulatedEvent, void, undefined> {
  const agenda = new Agenda<SessionPlan | SimulatedEvent>();
  function* due(until: number): Generator<SimulatedEvent, void, undefined> {
    while (agenda.nextAt() < until) {
      const item = agenda.take();
      if (!item) return;
      if ("payload" in item) yield item;
      else schedule(agenda, item);
    }
  }
  let index = 0;
  for (const arrival of arrivals(options)) {
    yield* due(arrival);
    for (const plan of journeyOf(options.seed, index++, arrival)) {
      if (plan.start < options.to) agenda.add(plan.start, plan);
    }
  }
  yield* due(options.to);
}

/** Puts the deliveries of a visit on the agenda. */
export function schedule(agenda: Agenda<SessionPlan | SimulatedEvent>, plan: SessionPlan): void {
  for (const event of sessionEvents(plan)) {
    for (const delivery of deliveriesOf(event)) agenda.add(delivery.at, delivery);
  }
}
