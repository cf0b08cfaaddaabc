import { z } from "zod";
import { compareOrigins, type FactOrigin, type Facts } from "#lib/facts.ts";
import { isJsonObject, type Json } from "#lib/json.ts";

type Origin = [
  rank: number,
  at: number,
  eventId: string,
  hash: string,
  type: string,
  provider: string | null,
];

/**
 * Facts as a `facts` column holds them: each event that they come from once, and per field the value and
 * the place of its event. Forty fields of a session come from one event or two, and repeating it with
 * each made the column nine times as large. In SQL a value is `facts->'fields'->'utm.source'->>0`.
 */
export interface PackedFacts {
  origins: Origin[];
  fields: Record<string, [value: Json, origin: number]>;
}

function compareWithProvider(a: FactOrigin, b: FactOrigin): number {
  return compareOrigins(a, b) || ((a.provider ?? "") < (b.provider ?? "") ? -1 : 1);
}

// The type is the event's, so it need not be in the key.
function originKey({ rank, at, eventId, hash, provider }: FactOrigin): string {
  return `${rank}\n${at}\n${eventId}\n${hash}\n${provider ?? ""}`;
}

/** Packs facts. Equal facts give equal columns: the origins are in the order of `compareOrigins`. */
export function packFacts(facts: Facts): PackedFacts {
  // Facts of one source share the object; the same source read twice is another object with the same key.
  const keys = new Map<FactOrigin, string>();
  const distinct = new Map<string, FactOrigin>();
  for (const { origin } of Object.values(facts)) {
    if (keys.has(origin)) continue;
    const key = originKey(origin);
    keys.set(origin, key);
    if (!distinct.has(key)) distinct.set(key, origin);
  }
  const sorted = [...distinct].sort(([, a], [, b]) => compareWithProvider(a, b));
  const placeOfKey = new Map(sorted.map(([key], place) => [key, place]));
  const places = new Map<FactOrigin, number>();
  for (const [origin, key] of keys) places.set(origin, placeOfKey.get(key) ?? 0);
  const fields: PackedFacts["fields"] = {};
  for (const [field, { value, origin }] of Object.entries(facts)) {
    fields[field] = [value, places.get(origin) ?? 0];
  }
  const origins = sorted.map(
    ([, { rank, at, eventId, hash, type, provider }]): Origin => [
      rank,
      at,
      eventId,
      hash,
      type,
      provider,
    ],
  );
  return { origins, fields };
}

// Only our own projection writes facts and reads them in its hot path, so the outline is checked and what
// is inside is taken as it is.
const packed = z.object({
  origins: z.custom<Origin[]>(Array.isArray).default([]),
  fields: z.custom<PackedFacts["fields"]>(isJsonObject).default({}),
});

/** Reads a `facts` column. Throws where it is not what `packFacts` writes. */
export function unpackFacts(column: unknown): Facts {
  const { origins, fields } = packed.parse(column);
  const shared = origins.map(([rank, at, eventId, hash, type, provider]) => ({
    rank,
    at,
    eventId,
    hash,
    type,
    provider,
  }));
  const facts: Facts = {};
  for (const [field, [value, place]] of Object.entries(fields)) {
    const origin = shared[place];
    if (origin) facts[field] = { value, origin };
  }
  return facts;
}
