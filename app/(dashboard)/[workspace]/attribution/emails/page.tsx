import type { Metadata } from "next";
import type { UrlState } from "#app/(dashboard)/[workspace]/attribution/report-links.ts";
import { ReportShell } from "#app/(dashboard)/[workspace]/attribution/report-shell.tsx";
import { requireMember } from "#lib/auth/require-member.ts";
import { EmailsSection } from "./emails-section.tsx";

export const metadata: Metadata = { title: "E-mail health" };

interface Props {
  params: Promise<{ workspace: string }>;
  searchParams: Promise<UrlState>;
}

export default async function EmailsPage({ params, searchParams }: Props) {
  const { workspace } = await requireMember((await params).workspace, "attribution.read");
  const path = `/${workspace.slug}/attribution`;
  return (
    <ReportShell
      workspace={workspace}
      raw={await searchParams}
      tab="emails"
      title="E-mail health"
      columns={["Provider", "Results", "Valid", "Invalid", "Share valid"]}
    >
      {(query) => <EmailsSection workspace={workspace} path={path} query={query} />}
    </ReportShell>
  );
}
