import type { Metadata } from "next";
import { Suspense } from "react";
import { saveLayout } from "#app/(dashboard)/[workspace]/list-actions.ts";
import { PageBody } from "#components/layout/page-body.tsx";
import { PageHeader } from "#components/layout/page-header.tsx";
import { ColumnsPanel } from "#components/table/columns-panel.tsx";
import { FilterBar } from "#components/table/filter-bar.tsx";
import { ListSkeleton } from "#components/table/list-skeleton.tsx";
import type { UrlState } from "#components/table/page-links.ts";
import { SearchInput } from "#components/table/search-input.tsx";
import { TableLayoutProvider } from "#components/table/table-layout-provider.tsx";
import { TablePending } from "#components/table/table-pending.tsx";
import { VISITOR_COLUMN_NAMES, VISITOR_LAYOUT } from "#components/visitors/list-heads.ts";
import { VisitorArrivals } from "#components/visitors/visitor-arrivals.tsx";
import { visitorFilters } from "#components/visitors/visitor-filters.ts";
import { requireMember } from "#lib/auth/require-member.ts";
import { parseSearchState } from "#lib/search-state.ts";
import { getListPreferences } from "#lib/views/list-preferences.ts";
import { countVisitors } from "#lib/visitors/list-visitors.ts";
import { visitorListParams } from "#lib/visitors/search-params.ts";
import { LinkNotices } from "./link-notices.tsx";
import { ListCount } from "./list-count.tsx";
import { listLeadChoices } from "./list-lead-choices.ts";
import { VisitorsSection } from "./visitors-section.tsx";

export const metadata: Metadata = { title: "Visitors" };

interface Props {
  params: Promise<{ workspace: string }>;
  searchParams: Promise<UrlState>;
}

export default async function VisitorsPage({ params, searchParams }: Props) {
  const { workspace, user } = await requireMember((await params).workspace, "visitors.read");
  const state = await searchParams;
  const { value, notices } = parseSearchState(visitorListParams, state, ["before"]);
  const reader = { workspaceId: workspace.id, userId: user.id, room: "visitors" } as const;
  const [{ layout }, choices] = await Promise.all([
    getListPreferences(reader),
    listLeadChoices(workspace.id),
  ]);
  const count = countVisitors(workspace.id, value);
  return (
    <>
      <PageHeader
        title="Visitors"
        meta={
          <>
            <Suspense>
              <ListCount count={count} />
            </Suspense>
            <VisitorArrivals base={`/${workspace.slug}`} />
          </>
        }
      />
      <PageBody>
        <LinkNotices notices={notices} />
        <TablePending>
          <TableLayoutProvider
            list={`${workspace.id} visitors`}
            initial={layout}
            plain={VISITOR_LAYOUT}
            save={saveLayout.bind(null, workspace.slug, "visitors")}
          >
            <FilterBar
              filters={visitorFilters(choices)}
              search={<SearchInput label="Search visitors" />}
            >
              <ColumnsPanel columns={VISITOR_COLUMN_NAMES} />
            </FilterBar>
            <Suspense fallback={<ListSkeleton columns={VISITOR_COLUMN_NAMES} />}>
              <VisitorsSection
                workspace={workspace}
                params={value}
                state={state}
                count={count}
                choices={choices}
              />
            </Suspense>
          </TableLayoutProvider>
        </TablePending>
      </PageBody>
    </>
  );
}
