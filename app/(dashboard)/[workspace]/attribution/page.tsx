import type { Metadata } from "next";
import type { WorkspacePageProps } from "#app/(dashboard)/[workspace]/page-props.ts";
import { WrongLink } from "#components/attribution/attribution-empty.tsx";
import { ReportControls } from "#components/attribution/report-controls.tsx";
import { ReportArea, ReportPending } from "#components/attribution/report-pending.tsx";
import { PageBody } from "#components/layout/page-body.tsx";
import { PageHeader } from "#components/layout/page-header.tsx";
import { LinkTabs } from "#components/ui/link-tabs.tsx";
import { comparedDates } from "#lib/attribution/comparison.ts";
import { can } from "#lib/auth/permissions.ts";
import { requireMember } from "#lib/auth/require-member.ts";
import { creditControls } from "./control-items.ts";
import { CreditActions } from "./credit-actions.tsx";
import { readReportState } from "./read-report-state.ts";
import { reportLinks } from "./report-links.ts";
import { reportTabs, SCOPE } from "./report-tabs.ts";
import { ReportView } from "./report-view.tsx";

export const metadata: Metadata = { title: "Attribution" };

export default async function AttributionPage({ params, searchParams }: WorkspacePageProps) {
  const { workspace, role } = await requireMember((await params).workspace, "attribution.read");
  const path = `/${workspace.slug}/attribution`;
  const raw = await searchParams;
  const { state, problem } = readReportState(raw, workspace.timezone);
  if (!state) {
    return (
      <>
        <PageHeader title="Attribution" description={SCOPE} />
        <PageBody>
          <WrongLink problem={problem} resetHref={path} />
        </PageBody>
      </>
    );
  }
  const { query, view, compare } = state;
  const linkTo = reportLinks(path, raw);
  const isModels = view.view === "models";
  const tabs = reportTabs(path, raw, isModels ? "models" : "credit");
  const webhooksHref = can(role, "webhooks.manage") ? `/${workspace.slug}/settings/webhooks` : null;
  return (
    <>
      <PageHeader
        title="Attribution"
        description={SCOPE}
        actions={<CreditActions {...{ workspace, role, query, path, raw, isModels }} />}
        tabs={<LinkTabs label="Views of the report" items={tabs} />}
      />
      <PageBody>
        <ReportPending>
          <ReportControls {...(await creditControls(workspace.id, query, compare, isModels))} />
          <ReportArea>
            <ReportView
              workspace={workspace}
              query={query}
              compared={isModels ? null : comparedDates(query, compare)}
              path={path}
              linkTo={linkTo}
              showsAll={view.rows === "all"}
              webhooksHref={webhooksHref}
              isModels={isModels}
            />
          </ReportArea>
        </ReportPending>
      </PageBody>
    </>
  );
}
