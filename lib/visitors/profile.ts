import { z } from "zod";
import { textFact } from "#lib/fact-values.ts";
import type { Facts } from "#lib/facts.ts";

const companyRef = z.object({
  key: z.string().nullish(),
  name: z.string().nullish(),
  domain: z.string().nullish(),
});
const position = z.object({
  title: z.string(),
  description: z.string().nullish(),
  location: z.string().nullish(),
  startDate: z.string().nullish(),
  endDate: z.string().nullish(),
  company: companyRef.nullish(),
});

export type Position = z.output<typeof position>;

/** Where a visitor works, as far as it is known; `key` is null for a company known by name alone. */
export interface CompanyRef {
  key: string | null;
  name: string | null;
  domain: string | null;
}

/** The positions held in a facts field, in the sender's order. */
export function positionsOf(facts: Facts, field: "employments" | "experience"): Position[] {
  const result = z.array(position).safeParse(facts[field]?.value);
  return result.success ? result.data : [];
}

/** The employment without an end; of several, the one that started last, then the first listed. */
export function currentEmployment(positions: readonly Position[]): Position | null {
  const open = positions.filter((one) => !one.endDate);
  return open.reduce<Position | null>(
    (best, one) => (best === null || (one.startDate ?? "") > (best.startDate ?? "") ? one : best),
    null,
  );
}

/** What lists and headers show of a person: a function of the facts alone. */
export function deriveProfile(facts: Facts) {
  const text = (field: string) => textFact(facts, field);
  const current = currentEmployment(positionsOf(facts, "employments"));
  const firstName = text("firstName");
  const lastName = text("lastName");
  const joined = [firstName, lastName].filter(Boolean).join(" ") || null;
  return {
    firstName,
    lastName,
    fullName: text("fullName") ?? joined,
    headline: text("headline"),
    jobTitle: current?.title ?? text("headline") ?? text("jobTitle"),
    linkedinUrl: text("linkedinUrl"),
    city: text("location.city"),
    region: text("location.region"),
    country: text("location.country"),
    countryCode: text("location.countryCode")?.toUpperCase() ?? null,
    company: companyOf(facts, current),
  };
}

function companyOf(facts: Facts, current: Position | null): CompanyRef {
  const listed = z.array(companyRef).safeParse(facts.companies?.value);
  const ref = current?.company ?? (listed.success ? listed.data[0] : undefined);
  const stated = facts.companyName?.value;
  return {
    key: ref?.key ?? null,
    name: ref?.name ?? (typeof stated === "string" ? stated : null),
    domain: ref?.domain ?? null,
  };
}
