import { AsOf } from "#components/attribution/reports/as-of.tsx";
import { CampaignLists } from "#components/attribution/reports/campaign-lists.tsx";
import { MIX_WORDS } from "#components/attribution/reports/mix-words.ts";
import { ShareBar } from "#components/charts/share-bar.tsx";
import { Card } from "#components/ui/card.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { Stat } from "#components/ui/stat.tsx";
import { StatRow } from "#components/ui/stat-row.tsx";
import { freshness } from "#lib/attribution/kept/kept-report.ts";
import { getCampaign, MOST_PAGE_SESSIONS } from "#lib/attribution/reports/campaign.ts";
import { mixTotal, mixValid } from "#lib/attribution/reports/validity-mix.ts";
import type { AttributionQuery } from "#lib/attribution/search-params.ts";
import { formatNumber, formatPercent } from "#lib/format.ts";

interface Props {
  workspace: { id: string; slug: string };
  query: AttributionQuery;
  campaign: string;
}

/** Whom one campaign brought, from where, and what they looked at. */
export async function CampaignSection({ workspace, query, campaign }: Props) {
  const shown = freshness();
  const found = await getCampaign(workspace.id, query, campaign, 10, shown);
  const base = `/${workspace.slug}`;
  const emails = mixTotal(found.mix);
  const visitorsHref = `${base}/visitors?${new URLSearchParams({ campaign })}`;
  return (
    <>
      <AsOf shown={shown} timezone={query.timezone} />
      <StatRow>
        <Stat label="Sessions" value={formatNumber(found.sessions)} />
        <Stat label="Visitors" value={formatNumber(found.visitors)} />
        <Stat label="Companies" value={formatNumber(found.companies)} />
        <Stat
          label="Share valid"
          value={emails > 0 ? formatPercent(mixValid(found.mix) / emails) : formatPercent(null)}
          hint={`of ${formatNumber(emails)} primary e-mails`}
        />
      </StatRow>
      <Card>
        <ShareBar
          title="Validity of their e-mails"
          description="Primary e-mails of the campaign’s visitors, as they stand today"
          items={MIX_WORDS.map(({ key, label }) => ({ key, label, value: found.mix[key] })).filter(
            ({ key, value }) => key !== "other" || value > 0,
          )}
          emptyText="None of its visitors has an e-mail."
        />
      </Card>
      <CampaignLists
        campaign={found}
        basePath={base}
        timezone={query.timezone}
        pageSessions={MOST_PAGE_SESSIONS}
        actions={
          <LinkButton href={visitorsHref} size="sm" aria-label="See all visitors of this campaign">
            See all
          </LinkButton>
        }
      />
    </>
  );
}
