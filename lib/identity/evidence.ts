/** What one event says about who it concerns: all that assigning it to a visitor looks at. */
export interface Evidence {
  eventId: string;
  hash: string;
  /** `created`, ms since the epoch. */
  at: number;
  /** Canonical LinkedIn URL, the strong key. */
  linkedin: string | null;
  emails: readonly { email: string; type: string | null }[];
  sid: string | null;
  vid: string | null;
  hasIdentity: boolean;
}

/** Names one piece of evidence: an event id may come with several bodies, each is its own evidence. */
export function refOf(evidence: { eventId: string; hash: string }): string {
  return `${evidence.eventId}\n${evidence.hash}`;
}

/** Time order; ties by event id, then by body hash. Never by arrival. */
export function compareEvidence(
  a: { at: number; eventId: string; hash: string },
  b: { at: number; eventId: string; hash: string },
): number {
  if (a.at !== b.at) return a.at - b.at;
  if (a.eventId !== b.eventId) return a.eventId < b.eventId ? -1 : 1;
  if (a.hash !== b.hash) return a.hash < b.hash ? -1 : 1;
  return 0;
}

/** Key of the visitor that a LinkedIn URL names. */
export function linkedinVisitorKey(url: string): string {
  return `linkedin:${url}`;
}

/** Key of the visitor that is known by an e-mail alone. */
export function emailVisitorKey(email: string): string {
  return `email:${email}`;
}

/** True for the key of a LinkedIn URL, which outlives that of an e-mail. */
export function isStrongKey(key: string): boolean {
  return key.startsWith("linkedin:");
}

/** The e-mail of a visitor that is known by it alone; null for the key of a LinkedIn URL. */
export function emailOfKey(key: string): string | null {
  return key.startsWith("email:") ? key.slice("email:".length) : null;
}

/** Professional before unknown before personal. */
export function emailClass(type: string | null): number {
  return type === "professional" ? 0 : type === "personal" ? 2 : 1;
}
