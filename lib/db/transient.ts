// SQLSTATE: connection lost, rolled back for others' sake, out of resources, server going or coming, and
// a lock that was not had in time. Not 57014: a statement that is too slow once is too slow again.
const TRANSIENT = /^(08|40|53|57P|55P03)/;

/**
 * True for an error of the database that says nothing about what was to be written, only about the
 * moment: the same work may succeed when it is tried again.
 */
export function isTransient(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = "code" in error && typeof error.code === "string" ? error.code : "";
  return TRANSIENT.test(code) || /^(ECONN|EPIPE|ETIMEDOUT)/.test(code);
}
