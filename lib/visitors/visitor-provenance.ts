import { type Provenance, provenanceOf } from "#lib/fact-values.ts";
import type { Facts } from "#lib/facts.ts";
import { currentEmployment, positionsOf } from "#lib/visitors/profile.ts";

/**
 * Where each field of a visitor was read. A field that is worked out from others (see deriveProfile) has
 * the provenance of the one that decided it.
 */
export function visitorProvenance(facts: Facts): Record<string, Provenance> {
  const read = provenanceOf(facts);
  const first = (...fields: string[]) => fields.map((field) => read[field]).find(Boolean);
  const current = currentEmployment(positionsOf(facts, "employments"));
  const derived = {
    fullName: first("fullName", "firstName", "lastName"),
    jobTitle: current?.title ? read.employments : first("headline", "jobTitle"),
    company: current?.company ? read.employments : first("companies", "companyName"),
  };
  const known = Object.entries(derived).flatMap(([field, source]) =>
    source ? [[field, source] as const] : [],
  );
  return { ...read, ...Object.fromEntries(known) };
}
