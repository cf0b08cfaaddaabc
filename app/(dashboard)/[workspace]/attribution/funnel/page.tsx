import type { Metadata } from "next";
import type { UrlState } from "#app/(dashboard)/[workspace]/attribution/report-links.ts";
import { ReportShell } from "#app/(dashboard)/[workspace]/attribution/report-shell.tsx";
import { FUNNEL_COLUMNS } from "#components/attribution/reports/funnel-table.tsx";
import { requireMember } from "#lib/auth/require-member.ts";
import { FunnelSection } from "./funnel-section.tsx";

export const metadata: Metadata = { title: "Funnel" };

interface Props {
  params: Promise<{ workspace: string }>;
  searchParams: Promise<UrlState>;
}

export default async function FunnelPage({ params, searchParams }: Props) {
  const { workspace } = await requireMember((await params).workspace, "attribution.read");
  const path = `/${workspace.slug}/attribution`;
  return (
    <ReportShell
      workspace={workspace}
      raw={await searchParams}
      tab="funnel"
      title="Funnel"
      columns={FUNNEL_COLUMNS}
    >
      {(query) => <FunnelSection workspaceId={workspace.id} path={path} query={query} />}
    </ReportShell>
  );
}
