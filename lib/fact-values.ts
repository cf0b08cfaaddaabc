import type { Facts } from "#lib/facts.ts";
import { isJsonObject, type Json } from "#lib/json.ts";

/** The value of a field as text; null where it is absent or not a text. */
export function textFact(facts: Facts, field: string): string | null {
  const value = facts[field]?.value;
  return typeof value === "string" ? value : null;
}

/** The value of a field as a number; null where it is absent or not a number. */
export function numberFact(facts: Facts, field: string): number | null {
  const value = facts[field]?.value;
  return typeof value === "number" ? value : null;
}

/** The texts of a list field. */
export function textsFact(facts: Facts, field: string): string[] {
  return listOf(facts, field).filter((item) => typeof item === "string");
}

/** The objects of a list field. */
export function objectsFact(facts: Facts, field: string): { [key: string]: Json }[] {
  return listOf(facts, field).filter(isJsonObject);
}

function listOf(facts: Facts, field: string): Json[] {
  const value = facts[field]?.value;
  return Array.isArray(value) ? value : [];
}

/** Where a field's value was read: the event, its type, the data provider and the time it happened. */
export interface Provenance {
  eventId: string;
  type: string;
  provider: string | null;
  at: string;
}

/** Provenance of every field. */
export function provenanceOf(facts: Facts): Record<string, Provenance> {
  return Object.fromEntries(
    Object.entries(facts).map(([field, { origin }]) => {
      const { eventId, type, provider, at } = origin;
      return [field, { eventId, type, provider, at: new Date(at).toISOString() }];
    }),
  );
}
