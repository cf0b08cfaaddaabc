import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { saveMail } from "#app/(dashboard)/[workspace]/attribution/handed-on/mail-actions.ts";
import { MailPage } from "#app/(dashboard)/[workspace]/attribution/handed-on/mail-page.tsx";
import { readOrProblem } from "#app/(dashboard)/[workspace]/attribution/read-report-state.ts";
import { toSearchParams } from "#app/(dashboard)/[workspace]/attribution/report-links.ts";
import type { WorkspacePageProps } from "#app/(dashboard)/[workspace]/page-props.ts";
import { WrongLink } from "#components/attribution/attribution-empty.tsx";
import { reportRequest, undatedParams } from "#lib/attribution/figures/report-params.ts";
import { REPORTS } from "#lib/attribution/figures/reports.ts";
import { requireMember } from "#lib/auth/require-member.ts";

export const metadata: Metadata = { title: "Send by e-mail" };

export default async function NewMailPage({ params, searchParams }: WorkspacePageProps) {
  const member = await requireMember((await params).workspace, "reports.share");
  const { workspace, user } = member;
  const { report, ...rest } = Object.fromEntries(toSearchParams(await searchParams));
  const request = reportRequest.safeParse({ report, params: rest });
  if (!request.success) notFound();
  const { problem } = readOrProblem(() => undatedParams(request.data, workspace.timezone));
  if (problem) {
    return <WrongLink problem={problem} resetHref={`/${workspace.slug}/attribution`} />;
  }
  return (
    <MailPage
      member={member}
      report={request.data.report}
      title="Send by e-mail"
      before={{
        name: `${REPORTS[request.data.report].label} report`,
        ...{ rhythm: "weekly", day: 1, hour: 8, memberIds: [user.id], addresses: [] },
      }}
      save={saveMail.bind(null, workspace.slug, request.data)}
    />
  );
}
