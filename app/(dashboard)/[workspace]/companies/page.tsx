import type { Metadata } from "next";
import { Suspense } from "react";
import { LinkNotices } from "#app/(dashboard)/[workspace]/visitors/link-notices.tsx";
import { ListCount } from "#app/(dashboard)/[workspace]/visitors/list-count.tsx";
import { COMPANY_FILTERS } from "#components/companies/company-filters.ts";
import { COMPANY_HEADS } from "#components/companies/list-heads.ts";
import { PageBody } from "#components/layout/page-body.tsx";
import { PageHeader } from "#components/layout/page-header.tsx";
import { FilterBar } from "#components/table/filter-bar.tsx";
import type { UrlState } from "#components/table/page-links.ts";
import { SearchInput } from "#components/table/search-input.tsx";
import { TablePending } from "#components/table/table-pending.tsx";
import { TableSkeleton } from "#components/table/table-skeleton.tsx";
import { requireMember } from "#lib/auth/require-member.ts";
import { countCompanies } from "#lib/companies/list-companies.ts";
import { companyListParams } from "#lib/companies/search-params.ts";
import { parseSearchState } from "#lib/search-state.ts";
import { CompaniesSection } from "./companies-section.tsx";

export const metadata: Metadata = { title: "Companies" };

interface Props {
  params: Promise<{ workspace: string }>;
  searchParams: Promise<UrlState>;
}

export default async function CompaniesPage({ params, searchParams }: Props) {
  const { workspace } = await requireMember((await params).workspace, "companies.read");
  const state = await searchParams;
  const { value, notices } = parseSearchState(companyListParams, state, ["before"]);
  return (
    <>
      <PageHeader
        title="Companies"
        meta={
          <Suspense>
            <ListCount count={countCompanies(workspace.id, value)} />
          </Suspense>
        }
      />
      <PageBody>
        <LinkNotices notices={notices} />
        <TablePending>
          <FilterBar filters={COMPANY_FILTERS} search={<SearchInput label="Search companies" />} />
          <Suspense fallback={<TableSkeleton columns={COMPANY_HEADS} rows={12} />}>
            <CompaniesSection workspace={workspace} params={value} state={state} />
          </Suspense>
        </TablePending>
      </PageBody>
    </>
  );
}
