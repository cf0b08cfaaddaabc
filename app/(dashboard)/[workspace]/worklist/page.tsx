import type { Metadata } from "next";
import { Suspense } from "react";
import type { WorkspacePageProps } from "#app/(dashboard)/[workspace]/page-props.ts";
import { LinkNotices } from "#app/(dashboard)/[workspace]/visitors/link-notices.tsx";
import { PageBody } from "#components/layout/page-body.tsx";
import { PageHeader } from "#components/layout/page-header.tsx";
import { FilterBar } from "#components/table/filter-bar.tsx";
import { NewRows } from "#components/table/new-rows.tsx";
import { SearchInput } from "#components/table/search-input.tsx";
import { TablePending } from "#components/table/table-pending.tsx";
import { ViewTabs } from "#components/worklist/view-tabs.tsx";
import { worklistFiltersOf } from "#components/worklist/worklist-filters.ts";
import { WorklistSkeleton } from "#components/worklist/worklist-skeleton.tsx";
import { requireMember } from "#lib/auth/require-member.ts";
import { now } from "#lib/clock.ts";
import { listTeam } from "#lib/leads/list-team.ts";
import { parseSearchState } from "#lib/search-state.ts";
import { worklistParams } from "#lib/worklist/search-params.ts";
import { CountedTabs } from "./counted-tabs.tsx";
import { WorklistSection } from "./worklist-section.tsx";

export const metadata: Metadata = { title: "Worklist" };

export default async function WorklistPage({ params, searchParams }: WorkspacePageProps) {
  const { workspace, user } = await requireMember((await params).workspace, "leads.write");
  const state = await searchParams;
  const { value, notices } = parseSearchState(worklistParams, state, ["before"]);
  const viewer = { userId: user.id, at: new Date(now()) };
  const path = `/${workspace.slug}/worklist`;
  const team = await listTeam(workspace.id);
  return (
    <>
      <PageHeader
        title="Worklist"
        meta={
          <NewRows
            url={`/${workspace.slug}/live`}
            field="visitorIds"
            isCounted={false}
            noun="accounts"
          />
        }
        description="One item per account, whoever is most worth a call first."
        tabs={
          <Suspense fallback={<ViewTabs path={path} active={value.view} />}>
            <CountedTabs
              workspaceId={workspace.id}
              viewer={viewer}
              path={path}
              active={value.view}
            />
          </Suspense>
        }
      />
      <PageBody>
        <LinkNotices notices={notices} />
        <TablePending>
          <FilterBar
            filters={worklistFiltersOf(value.view, team)}
            search={<SearchInput label="Search accounts" />}
          />
          <Suspense key={value.view} fallback={<WorklistSkeleton />}>
            <WorklistSection workspace={workspace} params={value} state={state} viewer={viewer} />
          </Suspense>
        </TablePending>
      </PageBody>
    </>
  );
}
