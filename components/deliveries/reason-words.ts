const WORDS: Record<string, string> = {
  test: "Test event",
  unknown_type: "Unknown event type",
  invalid_shape: "Not the shape we know",
  stale_timestamp: "Timestamp too far off",
  erased: "The person was erased",
  suppressed: "About an erased person",
  gated: "Kept out by a gate",
  pruned: "Past its time",
  projection_failed: "Projecting it failed",
};

/** The ledger's reason code in words; a code without words is shown as it is. */
export function reasonWords(reason: string | null): string | null {
  return reason === null ? null : (WORDS[reason] ?? reason);
}
