import { NoCompaniesMatch, NoCompaniesYet } from "#components/companies/companies-empty.tsx";
import { CompaniesTable } from "#components/companies/companies-table.tsx";
import { pageLinks } from "#components/table/page-links.ts";
import { Pagination } from "#components/ui/pagination.tsx";
import { listCompanies } from "#lib/companies/list-companies.ts";
import type { CompanyListParams } from "#lib/companies/search-params.ts";
import type { CappedCount } from "#lib/count-capped.ts";
import { formatNumber } from "#lib/format.ts";
import type { UrlState } from "#lib/search-state.ts";

interface Props {
  workspace: { id: string; slug: string };
  params: CompanyListParams;
  /** The query as it stands in the URL. */
  state: UrlState;
  count: Promise<CappedCount>;
}

/** One page of the list with the way to its neighbours, or why there is none. */
export async function CompaniesSection({ workspace, params, state, count }: Props) {
  const base = `/${workspace.slug}`;
  const path = `${base}/companies`;
  const { rows, nextCursor } = await listCompanies(workspace.id, params);
  const { limit: _, sort, cursor, ...filters } = params;
  if (rows.length === 0 && cursor === undefined) {
    const isNarrowed = Object.values(filters).some((value) => value !== undefined);
    return isNarrowed ? (
      <NoCompaniesMatch clearHref={`${path}?view=all`} />
    ) : (
      <NoCompaniesYet base={base} />
    );
  }
  const { previousHref, nextHref } = pageLinks(path, state, nextCursor);
  return (
    <>
      <CompaniesTable rows={rows} base={base} sort={sort} matching={count} />
      <Pagination
        previousHref={previousHref}
        nextHref={nextHref}
        summary={`${formatNumber(rows.length)} on this page`}
      />
    </>
  );
}
