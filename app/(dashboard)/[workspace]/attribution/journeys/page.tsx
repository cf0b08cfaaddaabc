import type { Metadata } from "next";
import { ReportShell } from "#app/(dashboard)/[workspace]/attribution/report-shell.tsx";
import type { WorkspacePageProps } from "#app/(dashboard)/[workspace]/page-props.ts";
import { requireMember } from "#lib/auth/require-member.ts";
import { journeyParams } from "./journey-params.ts";
import { JourneysSection } from "./journeys-section.tsx";

export const metadata: Metadata = { title: "Journeys" };

export default async function JourneysPage({ params, searchParams }: WorkspacePageProps) {
  const { workspace } = await requireMember((await params).workspace, "attribution.read");
  const raw = await searchParams;
  return (
    <ReportShell
      workspace={workspace}
      raw={raw}
      tab="journeys"
      title="Journeys"
      columns={["Page", "Step", "Count", "Of all", "Drop-off"]}
    >
      {(query) =>
        JourneysSection({
          workspaceId: workspace.id,
          path: `/${workspace.slug}/attribution`,
          query,
          params: journeyParams.parse(raw),
        })
      }
    </ReportShell>
  );
}
