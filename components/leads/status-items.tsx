import { cn } from "#components/ui/cn.ts";
import type { SelectItem } from "#components/ui/select.tsx";
import type { LeadStatus } from "#lib/leads/lead-change.ts";

const LOOK: Readonly<Record<LeadStatus, { label: string; dot: string }>> = {
  new: { label: "New", dot: "bg-info-solid" },
  working: { label: "Working", dot: "bg-accent" },
  meeting: { label: "Meeting", dot: "bg-chart-3" },
  opportunity: { label: "Opportunity", dot: "bg-warning-solid" },
  won: { label: "Won", dot: "bg-positive-solid" },
  lost: { label: "Lost", dot: "bg-danger-solid" },
  not_a_fit: { label: "Not a fit", dot: "bg-ink-faint" },
};

/** The statuses in the order of a deal. */
export const STATUS_ITEMS: readonly SelectItem[] = Object.entries(LOOK).map(
  ([value, { label, dot }]) => ({
    value,
    label,
    icon: <span aria-hidden="true" className={cn("size-2 shrink-0 rounded-full", dot)} />,
  }),
);
