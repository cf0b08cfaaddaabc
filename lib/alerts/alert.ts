import type { Candidate } from "#lib/alerts/candidate.ts";

/** One person that a rule found, ready to be told of. */
export interface AlertItem {
  visitorId: string;
  name: string;
  jobTitle: string | null;
  company: { id: string | null; name: string | null; domain: string | null };
  countryCode: string | null;
  why: readonly string[];
  /** ISO: when it happened. */
  at: string;
}

/** What a message says: the rule and whom it found. */
export interface Alert {
  rule: { id: string; name: string };
  workspace: { slug: string; name: string };
  /** `test` was asked for by hand; `digest` gathers what came since the last one. */
  form: "instant" | "digest" | "test";
  items: readonly AlertItem[];
}

export function alertItem(candidate: Candidate, why: readonly string[], at: number): AlertItem {
  const { visitorId, name, jobTitle, countryCode } = candidate;
  const { companyId, companyName, companyDomain } = candidate;
  return {
    visitorId,
    name,
    jobTitle,
    company: { id: companyId, name: companyName, domain: companyDomain },
    countryCode,
    why,
    at: new Date(at).toISOString(),
  };
}

/** Path of a visitor's page. */
export function visitorPath(slug: string, visitorId: string): string {
  return `/${slug}/visitors/${visitorId}`;
}

/** Path of a rule's page. */
export function rulePath(slug: string, ruleId: string): string {
  return `/${slug}/alerts/${ruleId}`;
}

/** "Ada Example, Head of Works, Northwind". */
export function whoOf(item: AlertItem): string {
  return [item.name, item.jobTitle, item.company.name].filter(Boolean).join(", ");
}

/** What an alert is about, in one line. */
export function headlineOf({ form, items, rule }: Alert): string {
  const [first] = items;
  const test = form === "test" ? "Test: " : "";
  if (items.length === 1 && first) {
    const company = first.company.name ? ` (${first.company.name})` : "";
    return `${test}${first.name}${company}: ${rule.name}`;
  }
  return `${test}${items.length} alerts: ${rule.name}`;
}
