import type { Metadata } from "next";
import { Suspense } from "react";
import type { WorkspacePageProps } from "#app/(dashboard)/[workspace]/page-props.ts";
import { readListRoom } from "#app/(dashboard)/[workspace]/read-list-room.ts";
import { LinkNotices } from "#app/(dashboard)/[workspace]/visitors/link-notices.tsx";
import { ListCount } from "#app/(dashboard)/[workspace]/visitors/list-count.tsx";
import { COMPANY_FILTERS } from "#components/companies/company-filters.ts";
import { COMPANY_COLUMN_NAMES, COMPANY_LAYOUT } from "#components/companies/list-heads.ts";
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
import { requireMember } from "#lib/auth/require-member.ts";
import { countCompanies } from "#lib/companies/list-companies.ts";
import { companyListParams } from "#lib/companies/search-params.ts";
import { parseSearchState } from "#lib/search-state.ts";
import { CompaniesSection } from "./companies-section.tsx";

export const metadata: Metadata = { title: "Companies" };

export default async function CompaniesPage({ params, searchParams }: WorkspacePageProps) {
  const member = await requireMember((await params).workspace, "companies.read");
  const { workspace } = member;
  const state = await searchParams;
  const { value, notices } = parseSearchState(companyListParams, state, ["before", "view"]);
  const { layout, views } = await readListRoom(member, "companies", state);
  const count = countCompanies(workspace.id, value);
  return (
    <>
      <PageHeader
        title="Companies"
        meta={
          <ListCount count={count}>
            <NewRows url={`/${workspace.slug}/live`} field="companyIds" noun="companies" />
          </ListCount>
        }
        tabs={<ViewTabs all="All companies" {...views} />}
      />
      <PageBody>
        <LinkNotices notices={notices} />
        <ListFrame {...layout} plain={COMPANY_LAYOUT}>
          <FilterBar filters={COMPANY_FILTERS} search={<SearchInput label="Search companies" />}>
            <ExportButton
              action={`/${workspace.slug}/companies/export`}
              noun="companies"
              columns={COMPANY_COLUMN_NAMES}
            />
            <ColumnsPanel columns={COMPANY_COLUMN_NAMES} />
          </FilterBar>
          <Suspense fallback={<ListSkeleton columns={COMPANY_COLUMN_NAMES} />}>
            <CompaniesSection {...{ workspace, params: value, state, count }} />
          </Suspense>
        </ListFrame>
      </PageBody>
    </>
  );
}
