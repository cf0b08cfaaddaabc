import type { ReactNode } from "react";
import type { Campaign } from "#lib/attribution/reports/campaign.ts";
import { ABSENT, formatDateTime, formatNumber } from "#lib/format.ts";
import { MIX_WORDS } from "./mix-words.ts";
import { RankedTable } from "./ranked-table.tsx";

type CampaignListsProps = {
  campaign: Campaign;
  /** The workspace's. */
  basePath: string;
  timezone: string;
  /** Pages are counted in at most so many sessions. */
  pageSessions: number;
  /** Ways from the list of visitors. */
  actions: ReactNode;
};

function validityOf(email: string | null, validity: string | null): string {
  if (email === null) return ABSENT;
  return MIX_WORDS.find(({ key }) => key === (validity ?? "unknown"))?.label ?? validity ?? ABSENT;
}

/** People, companies and pages of one campaign: the first of each. */
export function CampaignLists(props: CampaignListsProps) {
  const { campaign, basePath, timezone, pageSessions, actions } = props;
  const isCapped = campaign.sessions > pageSessions;
  return (
    <>
      <RankedTable
        id="campaign-visitors"
        title="Latest visitors"
        note="By their latest session of the period. “See all” has those of any time."
        head={["Visitor", "Company", "E-mail", "Sessions", "Latest session"]}
        rows={campaign.latest.map((one) => ({
          key: one.id,
          label: one.name ?? one.email ?? "Unnamed visitor",
          href: `${basePath}/visitors/${encodeURIComponent(one.id)}`,
          cells: [
            one.companyName ?? ABSENT,
            validityOf(one.email, one.validity),
            formatNumber(one.sessions),
            formatDateTime(one.lastAt, timezone),
          ],
        }))}
        actions={actions}
        emptyText="No visitor of this campaign is identified in this period."
      />
      <div className="grid gap-4 lg:grid-cols-2">
        <RankedTable
          id="campaign-companies"
          title="Companies"
          note="Where its visitors work; most visitors first, ten at most."
          head={["Company", "Visitors", "Sessions"]}
          rows={campaign.topCompanies.map((one) => ({
            key: one.id,
            label: one.name,
            href: `${basePath}/companies/${encodeURIComponent(one.id)}`,
            cells: [formatNumber(one.visitors), formatNumber(one.sessions)],
          }))}
          emptyText="None of its visitors has a company."
        />
        <RankedTable
          id="campaign-pages"
          title="Pages"
          note={
            isCapped
              ? `Seen in its latest ${formatNumber(pageSessions)} sessions; most views first, ten at most.`
              : "Seen in its sessions; most views first, ten at most."
          }
          head={["Page", "Views", "Sessions"]}
          rows={campaign.pages.map((one) => ({
            key: one.path,
            label: one.path,
            cells: [formatNumber(one.views), formatNumber(one.sessions)],
          }))}
          emptyText="No page view of its sessions has arrived."
        />
      </div>
    </>
  );
}
