import type { Metadata } from "next";
import type { UrlState } from "#app/(dashboard)/[workspace]/attribution/report-links.ts";
import { ReportShell } from "#app/(dashboard)/[workspace]/attribution/report-shell.tsx";
import { requireMember } from "#lib/auth/require-member.ts";
import { PAGE_COLUMNS, PagesSection } from "./pages-section.tsx";

export const metadata: Metadata = { title: "Pages and countries" };

interface Props {
  params: Promise<{ workspace: string }>;
  searchParams: Promise<UrlState>;
}

export default async function PagesPage({ params, searchParams }: Props) {
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
      {(query) => <PagesSection workspace={workspace} path={path} query={query} />}
    </ReportShell>
  );
}
