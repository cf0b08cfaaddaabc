import { z } from "zod";
import { evidenceOf } from "#lib/visitors/confidence-evidence.ts";

const EVIDENCE_KINDS = [
  "name",
  "company_domain",
  "company_name",
  "name_in_email",
  "email_validity",
  "country",
  "time_zone",
  "human",
  "corporate_proxy",
] as const;

/** How sure it is that this person was on the site, and what speaks for and against it. */
export const visitorConfidence = z.object({
  level: z.enum(["high", "medium", "low"]),
  evidence: z.array(
    z.object({ kind: z.enum(EVIDENCE_KINDS), supports: z.boolean(), text: z.string() }),
  ),
});

export type VisitorConfidence = z.output<typeof visitorConfidence>;
export type Evidence = VisitorConfidence["evidence"][number];

/** What the evidence is drawn from; null and empty where nothing is known. */
export interface ConfidenceInput {
  firstName: string | null;
  lastName: string | null;
  /** The name that counts, which is enrichment's where it has one. */
  fullName: string | null;
  /** The name that the identity gives. */
  statedName: string | null;
  /** The company that the identity names, before enrichment. */
  statedCompany: string | null;
  companyName: string | null;
  companyDomain: string | null;
  countryCode: string | null;
  /** Of the latest session: "Europe/Lisbon". */
  timezone: string | null;
  emails: readonly { value: string; type: string | null; validity: string | null }[];
  /** Two-letter countries of the recent sessions. */
  sessionCountries: readonly string[];
  /** Bot score of the latest session that has one: 1 is a bot, 99 a human. */
  botScore: number | null;
  isCorporateProxy: boolean;
}

/**
 * The confidence in an identity, from what its sources agree or disagree on.
 *
 * high: at least three things agree and none disagrees; low: as many disagree as agree, or nothing is
 * known either way; medium: the rest.
 */
export function confidenceOf(input: ConfidenceInput): VisitorConfidence {
  const evidence = evidenceOf(input);
  const agreeing = evidence.filter((item) => item.supports).length;
  const disagreeing = evidence.length - agreeing;
  if (disagreeing >= agreeing) return { level: "low", evidence };
  return { level: agreeing >= 3 && disagreeing === 0 ? "high" : "medium", evidence };
}
