import { RelativeTime } from "#components/ui/relative-time.tsx";
import { Stat } from "#components/ui/stat.tsx";
import { StatRow } from "#components/ui/stat-row.tsx";
import type { CompanyProfile } from "#lib/companies/company-profile.ts";
import { formatNumber } from "#lib/format.ts";

/** What was seen of the company on one's own website. */
export function CompanyStats({ company }: { company: CompanyProfile }) {
  return (
    <StatRow className="grid-cols-2 sm:grid-cols-[1.7fr_1fr_0.8fr_0.8fr_0.8fr]">
      <Stat
        label="Last seen"
        value={<RelativeTime value={company.lastSeenAt} />}
        hint={company.lastSeenAt && <RelativeTime value={company.lastSeenAt} form="date" />}
      />
      <Stat label="Score" value={formatNumber(company.score)} hint="of 100, all visitors" />
      <Stat label="Visitors" value={formatNumber(company.visitors)} />
      <Stat label="Sessions" value={formatNumber(company.sessions)} />
      <Stat label="Pages" value={formatNumber(company.pageviews)} />
    </StatRow>
  );
}
