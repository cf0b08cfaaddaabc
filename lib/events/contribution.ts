import type { Facts } from "#lib/facts.ts";

/** The five event types that Foyer understands. */
export type EventType =
  | "identity.resolved"
  | "identity.qualified"
  | "identity.enriched"
  | "identity.validated"
  | "identity.session.finalized";

export type EmailType = "professional" | "personal";

/** Stage that an event proves: 0 none, 1 identified, 2 qualified, 3 enriched. */
export type StageRank = 0 | 1 | 2 | 3;

/** One entry of a finalized session's event list, in time order. */
export interface Signal {
  signal: string;
  at: number;
  url: string;
  title: string | null;
  referrer: string | null;
  outlink: string | null;
  version: string | null;
  props: Record<string, unknown> | null;
}

/** One validation result of one e-mail (lower-cased). */
export interface ValidationResult {
  email: string;
  validity: string | null;
  provider: string | null;
  errorCode: string | null;
  errorMessage: string | null;
}

/**
 * What one event says, with nothing looked up: a pure function of its payload. Stores merge many of
 * these in any order.
 */
export interface Contribution {
  eventId: string;
  hash: string;
  type: EventType;
  /** `created`, ms since the epoch. */
  occurredAt: number;
  /** Canonical LinkedIn URL of the person, the strong key. */
  linkedin: string | null;
  /** Lower-cased e-mails that identify the person; `type` is null where the payload does not say. */
  emails: { email: string; type: EmailType | null }[];
  sid: string | null;
  vid: string | null;
  /** True when the event carries an identity block or an enriched person. */
  hasIdentity: boolean;
  stage: StageRank;
  visitor: Facts;
  /** Facts of the session object; `signals` is the event list of a finalized session, else null. */
  session: { sid: string; facts: Facts; signals: Signal[] | null } | null;
  companies: { key: string; facts: Facts }[];
  validations: ValidationResult[];
}
