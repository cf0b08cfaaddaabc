import type { Company, EmailPattern } from "./companies.ts";
import type { Random } from "./random.ts";
import { slugOf } from "./slug.ts";

const LOCAL: Record<EmailPattern, (first: string, last: string) => string> = {
  "first.last": (first, last) => `${first}.${last}`,
  "last.first": (first, last) => `${last}.${first}`,
  firstlast: (first, last) => `${first}${last}`,
  first_last: (first, last) => `${first}_${last}`,
};
const PERSONAL = ["example.com", "example.net", "example.org"] as const;

/** The address a company gives: its pattern, and a number for the second of that name. */
export function workEmail(company: Company, first: string, last: string, turn: number): string {
  const local = LOCAL[company.pattern](slugOf(first), slugOf(last));
  return `${local}${turn > 0 ? turn + 1 : ""}@${company.domain}`;
}

/** A private address on a reserved domain; `index` keeps two people of one name apart. */
export function personalEmail(random: Random, first: string, last: string, index: number): string {
  const local = random.chance(0.5)
    ? `${slugOf(first)}.${slugOf(last)}`
    : `${slugOf(first).charAt(0)}${slugOf(last)}`;
  return `${local}.${index.toString(36)}@${random.pick(PERSONAL)}`;
}
