import type { CompanyVisitorsParams } from "#lib/companies/search-params.ts";
import type { Page } from "#lib/keyset.ts";
import { listVisitors } from "#lib/visitors/list-visitors.ts";
import type { VisitorRow } from "#lib/visitors/visitor-row.ts";

/** One page of the visitors who work at a company. */
export async function listCompanyVisitors(
  workspaceId: string,
  companyId: string,
  params: CompanyVisitorsParams,
): Promise<Page<VisitorRow>> {
  return listVisitors(workspaceId, { ...params, companyId });
}
