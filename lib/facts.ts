import { isJsonObject, type Json } from "#lib/json.ts";

/** Where a fact was read, weakest first: enrichment over identity over session. */
export const SOURCE_RANK = { session: 1, identity: 2, enrichment: 3 } as const;

/** Who says something: an event and the kind of source in it. `at` is the event's `created` in ms. */
export interface FactOrigin {
  rank: number;
  at: number;
  eventId: string;
  hash: string;
  type: string;
  provider: string | null;
}

/** A value and where it came from. All facts of one source share one origin, which nobody changes. */
export interface Fact {
  value: Json;
  origin: FactOrigin;
}

/** Facts by field; a field of a nested object has a dotted name such as `utm.source`. */
export type Facts = Record<string, Fact>;

/**
 * Orders two facts of one field by their origins: the weaker source first, then the earlier event, then
 * event id, then body hash. It is total over distinct events, which is what makes merging independent of
 * arrival.
 */
export function compareOrigins(a: FactOrigin, b: FactOrigin): number {
  if (a === b) return 0;
  if (a.rank !== b.rank) return a.rank - b.rank;
  if (a.at !== b.at) return a.at - b.at;
  if (a.eventId !== b.eventId) return a.eventId < b.eventId ? -1 : 1;
  if (a.hash !== b.hash) return a.hash < b.hash ? -1 : 1;
  return 0;
}

/** Per field the winner of both sides. Commutative, associative and idempotent; changes neither input. */
export function mergeFacts(left: Facts, right: Facts): Facts {
  const merged: Facts = { ...left };
  for (const field of Object.keys(right)) {
    const fact = right[field];
    const present = merged[field];
    if (fact && (!present || compareOrigins(fact.origin, present.origin) > 0)) merged[field] = fact;
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
 * are left out.
 */
export function factsOf(value: Record<string, unknown>, origin: FactOrigin): Facts {
  const facts: Facts = {};
  gather(value, origin, "", facts);
  return facts;
}

function gather(
  value: Record<string, unknown>,
  origin: FactOrigin,
  prefix: string,
  facts: Facts,
): void {
  for (const key of Object.keys(value)) {
    const inner = value[key];
    if (isAbsent(inner)) continue;
    if (isJsonObject(inner)) gather(inner, origin, `${prefix}${key}.`, facts);
    else facts[prefix + key] = { value: inner as Json, origin };
  }
}
