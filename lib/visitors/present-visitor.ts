import { numberFact, objectsFact, textFact, textsFact } from "#lib/fact-values.ts";
import type { Facts } from "#lib/facts.ts";
import type { VisitorScore } from "#lib/scoring/explain-score.ts";
import { type ConfidenceInput, confidenceOf } from "#lib/visitors/confidence.ts";
import type { VisitorDetailRow } from "#lib/visitors/get-visitor-row.ts";
import {
  type VisitorEmail,
  type VisitorPosition,
  type VisitorProfile,
  type VisitorTouch,
  visitorEducation,
} from "#lib/visitors/visitor-profile.ts";
import { visitorProvenance } from "#lib/visitors/visitor-provenance.ts";

type Signals = Pick<ConfidenceInput, "sessionCountries" | "botScore" | "isCorporateProxy">;

/** What is read beside the visitor's own row. */
export interface VisitorParts {
  emails: VisitorEmail[];
  positions: { employments: VisitorPosition[]; experience: VisitorPosition[] };
  touches: Map<string, VisitorTouch>;
  signals: Signals;
  score: VisitorScore;
}

/** The public shape of a visitor from its row and what belongs to it. */
export function presentVisitor(row: VisitorDetailRow, parts: VisitorParts): VisitorProfile {
  const { facts, scoreRank: _, firstTouchSid, lastTouchSid, ...named } = row;
  const { city, region, country, countryCode, ...plain } = named;
  const touch = (sid: string | null) => (sid === null ? null : (parts.touches.get(sid) ?? null));
  return {
    ...plain,
    ...parts.positions,
    emails: parts.emails,
    location: {
      city,
      region,
      postalCode: textFact(facts, "location.postalCode"),
      country,
      countryCode,
      raw: textFact(facts, "location.raw"),
    },
    score: parts.score,
    confidence: confidenceOf(confidenceInput(row, parts)),
    firstTouch: touch(firstTouchSid),
    lastTouch: touch(lastTouchSid),
    provenance: visitorProvenance(facts),
    ...fromFacts(facts),
  };
}

/** Fields that no column holds. */
function fromFacts(facts: Facts) {
  return {
    summary: textFact(facts, "summary"),
    linkedinId: textFact(facts, "linkedinId"),
    enrichedAt: textFact(facts, "enrichedAt"),
    profilePictureUrl: textFact(facts, "profilePictureUrl"),
    connections: numberFact(facts, "connections"),
    timezone: textFact(facts, "timezone"),
    phones: textsFact(facts, "phones"),
    skills: textsFact(facts, "skills"),
    languages: textsFact(facts, "languages"),
    education: objectsFact(facts, "education").map((school) => visitorEducation.parse(school)),
  };
}

function confidenceInput(row: VisitorDetailRow, parts: VisitorParts): ConfidenceInput {
  const current = parts.positions.employments.find((position) => position.isCurrent);
  return {
    firstName: row.firstName,
    lastName: row.lastName,
    fullName: row.fullName,
    statedName: textFact(row.facts, "statedName"),
    timezone: textFact(row.facts, "timezone"),
    statedCompany: textFact(row.facts, "companyName"),
    companyName: current?.company.name ?? null,
    companyDomain: row.company?.domain ?? null,
    countryCode: row.countryCode,
    emails: parts.emails,
    ...parts.signals,
  };
}
