import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { z } from "zod";
import { toSearchParams } from "#app/(dashboard)/[workspace]/attribution/report-links.ts";
import { ReportShell } from "#app/(dashboard)/[workspace]/attribution/report-shell.tsx";
import type { WorkspacePageProps } from "#app/(dashboard)/[workspace]/page-props.ts";
import { requireMember } from "#lib/auth/require-member.ts";
import { CampaignSection } from "./campaign-section.tsx";

export const metadata: Metadata = { title: "Campaign" };

// In the query and not in the path: a campaign may be called anything, "..", too.
const name = z.string().min(1).max(2_000);

export default async function CampaignPage({ params, searchParams }: WorkspacePageProps) {
  const { workspace } = await requireMember((await params).workspace, "attribution.read");
  const raw = await searchParams;
  const campaign = name.safeParse(raw.campaign);
  if (!campaign.success) notFound();
  const back = toSearchParams(raw);
  back.delete("campaign");
  const list = `/${workspace.slug}/attribution/campaigns`;
  return (
    <ReportShell
      workspace={workspace}
      raw={raw}
      tab="campaigns"
      title={campaign.data}
      breadcrumbs={[{ href: back.size > 0 ? `${list}?${back}` : list, label: "Campaigns" }]}
      columns={["Visitor", "Company", "E-mail", "Sessions", "Latest session"]}
    >
      {(query) => CampaignSection({ workspace, query, campaign: campaign.data })}
    </ReportShell>
  );
}
