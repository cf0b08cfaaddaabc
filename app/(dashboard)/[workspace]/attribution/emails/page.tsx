import type { Metadata } from "next";
import { ReportShell } from "#app/(dashboard)/[workspace]/attribution/report-shell.tsx";
import type { WorkspacePageProps } from "#app/(dashboard)/[workspace]/page-props.ts";
import { requireMember } from "#lib/auth/require-member.ts";
import { EmailsSection } from "./emails-section.tsx";

export const metadata: Metadata = { title: "E-mail health" };

export default async function EmailsPage({ params, searchParams }: WorkspacePageProps) {
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
      {(query) => EmailsSection({ workspace, path, query })}
    </ReportShell>
  );
}
