import type { Metadata } from "next";
import { Suspense } from "react";
import { PageBody } from "#components/layout/page-body.tsx";
import { PageHeader } from "#components/layout/page-header.tsx";
import { FilterBar } from "#components/table/filter-bar.tsx";
import type { UrlState } from "#components/table/page-links.ts";
import { SearchInput } from "#components/table/search-input.tsx";
import { TablePending } from "#components/table/table-pending.tsx";
import { TableSkeleton } from "#components/table/table-skeleton.tsx";
import { VISITOR_HEADS } from "#components/visitors/list-heads.ts";
import { VisitorArrivals } from "#components/visitors/visitor-arrivals.tsx";
import { VISITOR_FILTERS } from "#components/visitors/visitor-filters.ts";
import { requireMember } from "#lib/auth/require-member.ts";
import { parseSearchState } from "#lib/search-state.ts";
import { countVisitors } from "#lib/visitors/list-visitors.ts";
import { visitorListParams } from "#lib/visitors/search-params.ts";
import { LinkNotices } from "./link-notices.tsx";
import { ListCount } from "./list-count.tsx";
import { VisitorsSection } from "./visitors-section.tsx";

export const metadata: Metadata = { title: "Visitors" };

interface Props {
  params: Promise<{ workspace: string }>;
  searchParams: Promise<UrlState>;
}

export default async function VisitorsPage({ params, searchParams }: Props) {
  const { workspace } = await requireMember((await params).workspace, "visitors.read");
  const state = await searchParams;
  const { value, notices } = parseSearchState(visitorListParams, state, ["before"]);
  return (
    <>
      <PageHeader
        title="Visitors"
        meta={
          <>
            <Suspense>
              <ListCount count={countVisitors(workspace.id, value)} />
            </Suspense>
            <VisitorArrivals base={`/${workspace.slug}`} />
          </>
        }
      />
      <PageBody>
        <LinkNotices notices={notices} />
        <TablePending>
          <FilterBar filters={VISITOR_FILTERS} search={<SearchInput label="Search visitors" />} />
          <Suspense fallback={<TableSkeleton columns={VISITOR_HEADS} rows={12} />}>
            <VisitorsSection workspace={workspace} params={value} state={state} />
          </Suspense>
        </TablePending>
      </PageBody>
    </>
  );
}
