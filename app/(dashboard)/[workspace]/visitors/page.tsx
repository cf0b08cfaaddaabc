import type { Metadata } from "next";
import { Suspense } from "react";
import type { WorkspacePageProps } from "#app/(dashboard)/[workspace]/page-props.ts";
import { readListRoom } from "#app/(dashboard)/[workspace]/read-list-room.ts";
import { PageBody } from "#components/layout/page-body.tsx";
import { PageHeader } from "#components/layout/page-header.tsx";
import { ColumnsPanel } from "#components/table/columns-panel.tsx";
import { ExportButton } from "#components/table/export-button.tsx";
import { FilterBar } from "#components/table/filter-bar.tsx";
import { ListFrame } from "#components/table/list-frame.tsx";
import { ListSkeleton } from "#components/table/list-skeleton.tsx";
import { NewRows } from "#components/table/new-rows.tsx";
import { SearchInput } from "#components/table/search-input.tsx";
import { ViewTabs } from "#components/views/view-tabs.tsx";
import { VISITOR_COLUMN_NAMES, VISITOR_LAYOUT } from "#components/visitors/list-heads.ts";
import { visitorFilters } from "#components/visitors/visitor-filters.ts";
import { requireMember } from "#lib/auth/require-member.ts";
import { parseSearchState } from "#lib/search-state.ts";
import { countVisitors } from "#lib/visitors/list-visitors.ts";
import { visitorListParams } from "#lib/visitors/search-params.ts";
import { LinkNotices } from "./link-notices.tsx";
import { ListCount } from "./list-count.tsx";
import { listLeadChoices } from "./list-lead-choices.ts";
import { VisitorsSection } from "./visitors-section.tsx";

export const metadata: Metadata = { title: "Visitors" };

export default async function VisitorsPage({ params, searchParams }: WorkspacePageProps) {
  const member = await requireMember((await params).workspace, "visitors.read");
  const { workspace } = member;
  const base = `/${workspace.slug}`;
  const state = await searchParams;
  const { value, notices } = parseSearchState(visitorListParams, state, ["before", "view"]);
  const [{ layout, views }, choices] = await Promise.all([
    readListRoom(member, "visitors", state),
    listLeadChoices(workspace.id),
  ]);
  const count = countVisitors(workspace.id, value);
  return (
    <>
      <PageHeader
        title="Visitors"
        meta={
          <ListCount count={count}>
            <NewRows url={`${base}/live`} field="visitorIds" noun="visitors" />
          </ListCount>
        }
        tabs={<ViewTabs all="All visitors" {...views} />}
      />
      <PageBody>
        <LinkNotices notices={notices} />
        <ListFrame {...layout} plain={VISITOR_LAYOUT}>
          <FilterBar
            filters={visitorFilters(choices)}
            search={<SearchInput label="Search visitors" />}
          >
            <ExportButton
              action={`${base}/visitors/export`}
              noun="visitors"
              columns={VISITOR_COLUMN_NAMES}
              hasEmails
            />
            <ColumnsPanel columns={VISITOR_COLUMN_NAMES} />
          </FilterBar>
          <Suspense fallback={<ListSkeleton columns={VISITOR_COLUMN_NAMES} />}>
            <VisitorsSection {...{ workspace, params: value, state, count, choices }} />
          </Suspense>
        </ListFrame>
      </PageBody>
    </>
  );
}
