import type { RetentionKind } from "#lib/privacy/retention.ts";

/** What each kind of data is and what happens to it, in the order of the form. */
export const RETENTION_WORDS: readonly { kind: RetentionKind; label: string; text: string }[] = [
  {
    kind: "payloadDays",
    label: "Raw payloads",
    text: "The message as received. What Foyer reads from it stays, so profiles and reports do not change.",
  },
  {
    kind: "visitDays",
    label: "Page views and visit details",
    text: "Pages, IP address, place, browser and screen. The visit itself, its date, landing page and source stay for attribution; goals by page lose what was reached by it.",
  },
  {
    kind: "visitorDays",
    label: "Visitors without activity",
    text: "People of whom nothing was received and about whom the team did nothing. They go with their visits, notes and outcomes; a new event brings them back.",
  },
  {
    kind: "deliveryDays",
    label: "Deliveries without effect",
    text: "Rows of duplicates and of what was ignored, rejected, erased or pruned. A repeat of such a message then counts as new.",
  },
  { kind: "auditDays", label: "Audit log", text: "Who did what. The proofs of erasures stay." },
  {
    kind: "fileDays",
    label: "Exports and jobs",
    text: "Files go after 7 days and finished jobs after 30 in any case.",
  },
];
