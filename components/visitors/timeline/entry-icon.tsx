import {
  ArrowUpRight,
  BadgeCheck,
  CircleDot,
  FileText,
  Fingerprint,
  Flag,
  type LucideIcon,
  MailCheck,
  MousePointerClick,
  Sparkles,
  StickyNote,
  UserRound,
} from "lucide-react";
import { cn } from "#components/ui/cn.ts";
import type { TimelineKind } from "#lib/visitors/timeline-item.ts";

const ICONS: Readonly<Record<TimelineKind, LucideIcon>> = {
  session: CircleDot,
  pageview: FileText,
  outlink: ArrowUpRight,
  signal: MousePointerClick,
  resolved: Fingerprint,
  qualified: BadgeCheck,
  enriched: Sparkles,
  validated: MailCheck,
  finalized: Flag,
  note: StickyNote,
  status: CircleDot,
  owner: UserRound,
};

const STAGES: readonly TimelineKind[] = ["resolved", "qualified", "enriched"];

export function EntryIcon({ kind }: { kind: TimelineKind }) {
  const Icon = ICONS[kind];
  return (
    <span className="flex h-5 w-4 shrink-0 items-center">
      <Icon
        aria-hidden="true"
        className={cn("size-3.5", STAGES.includes(kind) ? "text-accent-text" : "text-ink-faint")}
      />
    </span>
  );
}
