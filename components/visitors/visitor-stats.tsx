import { RelativeTime } from "#components/ui/relative-time.tsx";
import { Stat } from "#components/ui/stat.tsx";
import { StatRow } from "#components/ui/stat-row.tsx";
import { formatDuration, formatNumber } from "#lib/format.ts";
import type { VisitorProfile } from "#lib/visitors/visitor-profile.ts";

/** When and how much the visitor was there. */
export function VisitorStats({ visitor }: { visitor: VisitorProfile }) {
  return (
    <StatRow className="grid-cols-2 sm:grid-cols-[1.3fr_1.3fr_0.7fr_0.7fr_1.2fr]">
      <Stat
        label="Last seen"
        value={<RelativeTime value={visitor.lastSeenAt} />}
        hint={<RelativeTime value={visitor.lastSeenAt} form="date" />}
      />
      <Stat
        label="First seen"
        value={<RelativeTime value={visitor.firstSeenAt} />}
        hint={<RelativeTime value={visitor.firstSeenAt} form="date" />}
      />
      <Stat label="Sessions" value={formatNumber(visitor.sessions)} />
      <Stat label="Pages" value={formatNumber(visitor.pageviews)} />
      <Stat
        label="Engaged time"
        value={<span className="whitespace-nowrap">{formatDuration(visitor.engagedMs)}</span>}
        className="max-sm:col-span-2"
      />
    </StatRow>
  );
}
