import { type ReactNode, Suspense } from "react";
import { WrongLink } from "#components/attribution/attribution-empty.tsx";
import { ReportArea, ReportPending } from "#components/attribution/report-pending.tsx";
import { NumberTableSkeleton } from "#components/attribution/report-skeleton.tsx";
import { ReportFilter } from "#components/attribution/reports/report-filter.tsx";
import { PageBody } from "#components/layout/page-body.tsx";
import { PageHeader, type PageHeaderProps } from "#components/layout/page-header.tsx";
import { LinkTabs } from "#components/ui/link-tabs.tsx";
import { listGoalRules } from "#lib/attribution/goals/goal-rules.ts";
import { type AttributionQuery, parseAttributionQuery } from "#lib/attribution/search-params.ts";
import type { UrlState } from "#lib/search-state.ts";
import { reportControls } from "./control-items.ts";
import { HandOn } from "./hand-on.tsx";
import { readOrProblem } from "./read-report-state.ts";
import { plainQuery } from "./report-links.ts";
import { REPORT_SCOPE, type ReportTab, reportTabs } from "./report-tabs.ts";
import { WhenReady } from "./when-ready.tsx";

interface ReportShellProps extends Pick<PageHeaderProps, "title" | "breadcrumbs"> {
  workspace: { id: string; slug: string; timezone: string };
  raw: UrlState;
  tab: ReportTab;
  /** Which choices the report has beside its period. */
  choices?: readonly ("goal" | "model")[];
  /** Heads of the columns, for the skeleton. */
  columns: readonly string[];
  /** Draws the report; it is done when all that it reads has been read. */
  children: (query: AttributionQuery) => Promise<ReactNode>;
}

/** The frame of a report: its tabs, its controls, and its numbers as they come. The page is the gate. */
export async function ReportShell(props: ReportShellProps) {
  const { workspace, raw, tab, choices = [], columns, title, breadcrumbs } = props;
  const path = `/${workspace.slug}/attribution`;
  const { state: query, problem } = readOrProblem(() =>
    plainQuery(parseAttributionQuery(raw, workspace.timezone)),
  );
  const header = (
    <PageHeader
      title={title}
      description={REPORT_SCOPE}
      {...(breadcrumbs
        ? { breadcrumbs }
        : {
            actions: query && <HandOn workspace={workspace} report={tab} query={query} raw={raw} />,
            tabs: <LinkTabs label="Reports" items={reportTabs(path, raw, tab)} />,
          })}
    />
  );
  if (!query) {
    return (
      <>
        {header}
        <PageBody>
          <WrongLink problem={problem} resetHref={path} />
        </PageBody>
      </>
    );
  }
  const rules = choices.includes("goal") ? await listGoalRules(workspace.id) : [];
  return (
    <>
      {header}
      <PageBody>
        <ReportPending>
          <ReportFilter {...reportControls(query, rules)} choices={choices} />
          <ReportArea>
            <Suspense fallback={<NumberTableSkeleton columns={columns} />}>
              <WhenReady
                question={[tab, workspace.id, query, raw]}
                section={() => props.children(query)}
              />
            </Suspense>
          </ReportArea>
        </ReportPending>
      </PageBody>
    </>
  );
}
