"use client";

import { useRouter } from "next/navigation";
import { useTransition } from "react";
import { Select } from "#components/ui/select.tsx";
import type { TimelineKind } from "#lib/visitors/timeline-item.ts";

const KINDS: readonly { value: TimelineKind; label: string }[] = [
  { value: "session", label: "Sessions" },
  { value: "pageview", label: "Page views" },
  { value: "outlink", label: "Outlinks" },
  { value: "signal", label: "Other signals" },
  { value: "resolved", label: "Resolved" },
  { value: "qualified", label: "Qualified" },
  { value: "enriched", label: "Enriched" },
  { value: "validated", label: "E-mail checks" },
  { value: "finalized", label: "Session ends" },
  { value: "note", label: "Notes" },
  { value: "status", label: "Status changes" },
  { value: "owner", label: "Owner changes" },
];
const ALL = "all";

type TimelineFilterProps = { kind: TimelineKind | null; path: string };

/** Which kind of thing the timeline shows; it stands in the link. */
export function TimelineFilter({ kind, path }: TimelineFilterProps) {
  const router = useRouter();
  const [pending, start] = useTransition();
  return (
    <div aria-busy={pending || undefined}>
      <Select
        aria-label="Show on the timeline"
        size="sm"
        className="w-36"
        value={kind ?? ALL}
        items={[{ value: ALL, label: "Everything" }, ...KINDS]}
        onValueChange={(value) =>
          start(() => router.push(`${path}${value === ALL ? "" : `?kind=${value}`}#timeline`))
        }
      />
    </div>
  );
}
