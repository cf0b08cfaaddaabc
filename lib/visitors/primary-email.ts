interface Candidate {
  email: string;
  type: string | null;
  validity: string | null;
  lastAt: Date;
}

const TYPES = ["professional", null, "personal"];
const VALIDITIES = ["valid", "valid_catch_all", "catch_all", null, "invalid"];

function place<T>(order: readonly (T | null)[], value: T | null): number {
  const index = order.indexOf(value);
  // A word that we do not know counts like "not known".
  return index === -1 ? order.indexOf(null) : index;
}

/**
 * The order in which a visitor's e-mails are shown; the first is the one to use: professional before
 * personal, then the better validity, then the one seen last, then by its text.
 */
export function compareEmails(a: Candidate, b: Candidate): number {
  return (
    place(TYPES, a.type) - place(TYPES, b.type) ||
    place(VALIDITIES, a.validity) - place(VALIDITIES, b.validity) ||
    b.lastAt.getTime() - a.lastAt.getTime() ||
    (a.email < b.email ? -1 : a.email > b.email ? 1 : 0)
  );
}
