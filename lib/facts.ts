import { isJsonObject, type Json } from "#lib/json.ts";

/** Where a fact was read, weakest first: enrichment over identity over session. */
export const SOURCE_RANK = { session: 1, identity: 2, enrichment: 3 } as const;

/** A value and the event that it came from. `at` is the event's `created` in ms. */
export interface Fact {
  value: Json;
  rank: number;
  at: number;
  eventId: string;
  hash: string;
  type: string;
  provider: string | null;
}

/** Facts by field; a field of a nested object has a dotted name such as `utm.source`. */
export type Facts = Record<string, Fact>;

/** Who says it: the part of a fact that all fields of one event share. */
export type FactOrigin = Omit<Fact, "value">;

/**
 * Orders two facts of one field: higher source first, then the later event, then event id, then body
 * hash. It is total over distinct events, which is what makes merging independent of arrival.
 */
export function compareFacts(a: FactOrigin, b: FactOrigin): number {
  if (a.rank !== b.rank) return a.rank - b.rank;
  if (a.at !== b.at) return a.at - b.at;
  if (a.eventId !== b.eventId) return a.eventId < b.eventId ? -1 : 1;
  if (a.hash !== b.hash) return a.hash < b.hash ? -1 : 1;
  return 0;
}

/** Per field the winner of both sides. Commutative, associative and idempotent; changes neither input. */
export function mergeFacts(left: Facts, right: Facts): Facts {
  const merged: Facts = { ...left };
  for (const [field, fact] of Object.entries(right)) {
    const present = merged[field];
    if (!present || compareFacts(fact, present) > 0) merged[field] = fact;
  }
  return merged;
}

/** True for what says nothing and therefore never erases: null, undefined, "", [] and {}. */
export function isAbsent(value: unknown): boolean {
  if (value === null || value === undefined || value === "") return true;
  if (Array.isArray(value)) return value.length === 0;
  return isJsonObject(value) && Object.keys(value).length === 0;
}

/**
 * Facts from the leaves of a payload object. Objects are walked, arrays are one value, absent leaves
 * are left out. `provider` of the origin goes with each fact.
 */
export function factsOf(value: Record<string, unknown>, origin: FactOrigin, prefix = ""): Facts {
  const facts: Facts = {};
  for (const [key, inner] of Object.entries(value)) {
    if (isAbsent(inner)) continue;
    if (isJsonObject(inner)) Object.assign(facts, factsOf(inner, origin, `${prefix}${key}.`));
    else facts[prefix + key] = { ...origin, value: inner as Json };
  }
  return facts;
}
