import type { Contribution, EventType } from "#lib/events/contribution.ts";
import { type FactOrigin, SOURCE_RANK } from "#lib/facts.ts";

/** Which event speaks: what all parts of one contribution share. */
export interface EventOrigin {
  eventId: string;
  hash: string;
  type: EventType;
  occurredAt: number;
}

/** What an event's own file works out; the rest of a contribution is its origin. */
export type ContributionParts = Omit<Contribution, keyof EventOrigin>;

/** The origin of facts that one event read in one kind of source. */
export function factOrigin(
  origin: EventOrigin,
  source: keyof typeof SOURCE_RANK,
  provider: string | null = null,
): FactOrigin {
  const { eventId, hash, type, occurredAt } = origin;
  return { rank: SOURCE_RANK[source], at: occurredAt, eventId, hash, type, provider };
}
