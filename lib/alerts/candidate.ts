/** A visit as rules see it. Times are ms since the epoch. */
export interface Visit {
  sid: string;
  at: number;
  /** 1 for the visitor's first visit. */
  ordinal: number;
  source: string | null;
  campaign: string | null;
  /** The landing page and every page viewed, in order. */
  pages: readonly { path: string; at: number }[];
}

/** A visitor as rules see it: who it is now, and what it did lately. */
export interface Candidate {
  visitorId: string;
  /** Ids that the visitor may have had while less was known of it. */
  formerIds: readonly string[];
  name: string;
  jobTitle: string | null;
  email: string | null;
  companyId: string | null;
  companyName: string | null;
  companyDomain: string | null;
  industry: string | null;
  employees: number | null;
  countryCode: string | null;
  validity: string | null;
  scoreRank: number;
  ownerId: string | null;
  /** When stages were reached, by goal. */
  stages: ReadonlyMap<string, number>;
  visits: readonly Visit[];
}

/** Whom a cooldown is about: the company, and the person while no company is known. */
export function accountOf({ companyId, visitorId }: Candidate): string {
  return companyId ? `c:${companyId}` : `v:${visitorId}`;
}

/** The same under every name that it may have been kept by. */
export function accountNames(candidate: Candidate): string[] {
  const people = [candidate.visitorId, ...candidate.formerIds].map((id) => `v:${id}`);
  return [...new Set([accountOf(candidate), ...people])];
}
