import { Megaphone } from "lucide-react";
import { csvHref } from "#app/(dashboard)/[workspace]/attribution/csv-href.ts";
import { receiptsHref } from "#app/(dashboard)/[workspace]/attribution/report-links.ts";
import { AsOf } from "#components/attribution/reports/as-of.tsx";
import { CampaignsTable } from "#components/attribution/reports/campaigns-table.tsx";
import { CsvLink } from "#components/attribution/reports/download-links.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { freshness } from "#lib/attribution/kept/kept-report.ts";
import { listCampaigns, MOST_CAMPAIGNS } from "#lib/attribution/reports/campaigns.ts";
import type { AttributionQuery } from "#lib/attribution/search-params.ts";

interface Props {
  workspaceId: string;
  path: string;
  query: AttributionQuery;
}

/** The campaigns of the period, each a way to its own page. */
export async function CampaignsSection({ workspaceId, path, query }: Props) {
  const asked: AttributionQuery = { ...query, dimension: "campaign" };
  const shown = freshness();
  const { rows, more } = await listCampaigns(workspaceId, asked, MOST_CAMPAIGNS, shown);
  if (rows.length === 0) {
    return (
      <EmptyState
        icon={<Megaphone />}
        title="No campaign brought anybody in this period"
        text="A session belongs to a campaign when its link carries utm_campaign. Widen the period, or tag the links of your next campaign."
        className="rounded-lg border border-line"
      />
    );
  }
  const { from, to, timezone } = query;
  return (
    <>
      <AsOf shown={shown} timezone={timezone} />
      <CampaignsTable
        rows={rows}
        more={more}
        hrefOf={(campaign) =>
          `${path}/campaign?${new URLSearchParams({ campaign, from, to, timezone })}`
        }
        receiptsHref={(campaign) => receiptsHref(path, asked, { key: campaign })}
        actions={<CsvLink href={csvHref(path, "campaigns", asked)} of="campaigns" />}
      />
    </>
  );
}
