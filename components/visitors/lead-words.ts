import type { LeadStatus } from "#lib/leads/lead-change.ts";

/** The statuses of a visitor in words, in the order in which one usually follows the other. */
export const STATUS_ITEMS: readonly { value: LeadStatus; label: string }[] = [
  { value: "new", label: "New" },
  { value: "working", label: "Working" },
  { value: "meeting", label: "Meeting" },
  { value: "opportunity", label: "Opportunity" },
  { value: "won", label: "Won" },
  { value: "lost", label: "Lost" },
  { value: "not_a_fit", label: "Not a fit" },
];

/** A status in words; a word that we don't know as it is. */
export function statusWords(status: string): string {
  return STATUS_ITEMS.find(({ value }) => value === status)?.label ?? status;
}
