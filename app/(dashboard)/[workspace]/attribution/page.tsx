import type { Metadata } from "next";
import { WrongLink } from "#components/attribution/attribution-empty.tsx";
import { ReportControls } from "#components/attribution/report-controls.tsx";
import { ReportArea, ReportPending } from "#components/attribution/report-pending.tsx";
import { PageBody } from "#components/layout/page-body.tsx";
import { PageHeader } from "#components/layout/page-header.tsx";
import { LinkTabs } from "#components/ui/link-tabs.tsx";
import { listGoalRules } from "#lib/attribution/goals/goal-rules.ts";
import { can } from "#lib/auth/permissions.ts";
import { requireMember } from "#lib/auth/require-member.ts";
import { reportControls } from "./control-items.ts";
import { readReportState } from "./read-report-state.ts";
import { reportLinks, type UrlState } from "./report-links.ts";
import { reportTabs, SCOPE } from "./report-tabs.ts";
import { ReportView } from "./report-view.tsx";

export const metadata: Metadata = { title: "Attribution" };

interface Props {
  params: Promise<{ workspace: string }>;
  searchParams: Promise<UrlState>;
}

export default async function AttributionPage({ params, searchParams }: Props) {
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
  const { query, view } = state;
  const linkTo = reportLinks(path, raw);
  const isModels = view.view === "models";
  const tabs = reportTabs(path, raw, isModels ? "models" : "credit");
  const webhooksHref = can(role, "webhooks.manage") ? `/${workspace.slug}/settings/webhooks` : null;
  return (
    <>
      <PageHeader
        title="Attribution"
        description={SCOPE}
        tabs={<LinkTabs label="Views of the report" items={tabs} />}
      />
      <PageBody>
        <ReportPending>
          <ReportControls {...reportControls(query, await listGoalRules(workspace.id))} />
          <ReportArea>
            <ReportView
              workspace={workspace}
              query={query}
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
