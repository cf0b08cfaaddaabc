import type { Metadata } from "next";
import { ReportShell } from "#app/(dashboard)/[workspace]/attribution/report-shell.tsx";
import type { WorkspacePageProps } from "#app/(dashboard)/[workspace]/page-props.ts";
import { FUNNEL_COLUMNS } from "#components/attribution/reports/funnel-table.tsx";
import { requireMember } from "#lib/auth/require-member.ts";
import { FunnelSection } from "./funnel-section.tsx";

export const metadata: Metadata = { title: "Funnel" };

export default async function FunnelPage({ params, searchParams }: WorkspacePageProps) {
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
      {(query) => FunnelSection({ workspaceId: workspace.id, path, query })}
    </ReportShell>
  );
}
