import type { Metadata } from "next";
import { ReportShell } from "#app/(dashboard)/[workspace]/attribution/report-shell.tsx";
import type { WorkspacePageProps } from "#app/(dashboard)/[workspace]/page-props.ts";
import { CAMPAIGN_COLUMNS } from "#components/attribution/reports/campaigns-table.tsx";
import { requireMember } from "#lib/auth/require-member.ts";
import { CampaignsSection } from "./campaigns-section.tsx";

export const metadata: Metadata = { title: "Campaigns" };

export default async function CampaignsPage({ params, searchParams }: WorkspacePageProps) {
  const { workspace } = await requireMember((await params).workspace, "attribution.read");
  const path = `/${workspace.slug}/attribution`;
  return (
    <ReportShell
      workspace={workspace}
      raw={await searchParams}
      tab="campaigns"
      title="Campaigns"
      choices={["goal", "model"]}
      columns={CAMPAIGN_COLUMNS}
    >
      {(query) => CampaignsSection({ workspaceId: workspace.id, path, query })}
    </ReportShell>
  );
}
