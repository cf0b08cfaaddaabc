import type { Metadata } from "next";
import type { UrlState } from "#app/(dashboard)/[workspace]/attribution/report-links.ts";
import { ReportShell } from "#app/(dashboard)/[workspace]/attribution/report-shell.tsx";
import { requireMember } from "#lib/auth/require-member.ts";
import { journeyParams } from "./journey-params.ts";
import { JourneysSection } from "./journeys-section.tsx";

export const metadata: Metadata = { title: "Journeys" };

interface Props {
  params: Promise<{ workspace: string }>;
  searchParams: Promise<UrlState>;
}

export default async function JourneysPage({ params, searchParams }: Props) {
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
      {(query) => (
        <JourneysSection
          workspaceId={workspace.id}
          path={`/${workspace.slug}/attribution`}
          query={query}
          params={journeyParams.parse(raw)}
        />
      )}
    </ReportShell>
  );
}
