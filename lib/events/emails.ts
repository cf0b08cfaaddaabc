import { normalEmail } from "#lib/identity/email.ts";
import type { Contribution, EmailType } from "./contribution.ts";
import type { IdentityData } from "./schema/identity.ts";

type Emails = Contribution["emails"];

/**
 * The addresses of an identity block, in its order. What is no address is left out; one named twice
 * counts once, as professional if either says so.
 */
export function emailsOfIdentity(identity: IdentityData): Emails {
  const types = new Map<string, EmailType | null>();
  for (const { value, type } of identity.emails ?? []) {
    const email = normalEmail(value);
    if (!email) continue;
    const known = emailType(type);
    const present = types.get(email) ?? null;
    types.set(email, present === "professional" ? present : (known ?? present));
  }
  return [...types].map(([email, type]) => ({ email, type }));
}

/** Addresses of which the payload does not say whether they are professional. */
export function untypedEmails(texts: readonly (string | null | undefined)[]): Emails {
  const emails = new Set(texts.map(normalEmail).filter((email) => email !== null));
  return [...emails].map((email) => ({ email, type: null }));
}

function emailType(word: string | null | undefined): EmailType | null {
  return word === "professional" || word === "personal" ? word : null;
}
