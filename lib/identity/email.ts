/** One @ with something before it and a dotted domain behind it; no spaces, brackets or lists. */
const ADDRESS = /^[^\s@<>()[\],;:"\\]+@[^\s@<>()[\],;:"\\.]+(?:\.[^\s@<>()[\],;:"\\.]+)+$/u;

/** RFC 5321 allows no longer path than this. */
const MAX_LENGTH = 254;

/**
 * An e-mail as Foyer compares it: trimmed and lower-cased. Null for what is no address, so that a
 * placeholder such as "n/a" never joins two people.
 */
export function normalEmail(text: string | null | undefined): string | null {
  if (!text) return null;
  const email = text.trim().toLowerCase();
  return email.length <= MAX_LENGTH && ADDRESS.test(email) ? email : null;
}
