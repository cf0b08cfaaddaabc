import type { Metadata } from "next";
import { ReportShell } from "#app/(dashboard)/[workspace]/attribution/report-shell.tsx";
import type { WorkspacePageProps } from "#app/(dashboard)/[workspace]/page-props.ts";
import { requireMember } from "#lib/auth/require-member.ts";
import { PAGE_COLUMNS, PagesSection } from "./pages-section.tsx";

export const metadata: Metadata = { title: "Pages and countries" };

export default async function PagesPage({ params, searchParams }: WorkspacePageProps) {
  const { workspace } = await requireMember((await params).workspace, "attribution.read");
  const path = `/${workspace.slug}/attribution`;
  return (
    <ReportShell
      workspace={workspace}
      raw={await searchParams}
      tab="pages"
      title="Pages and countries"
      choices={["goal"]}
      columns={PAGE_COLUMNS}
    >
      {(query) => PagesSection({ workspace, path, query })}
    </ReportShell>
  );
}
