import { defineOperation, idParams, listOf } from "#lib/api/operation.ts";
import { companyProfile } from "#lib/companies/company-profile.ts";
import { companyRow } from "#lib/companies/company-row.ts";
import { getCompany, hasCompany } from "#lib/companies/get-company.ts";
import { listCompanies } from "#lib/companies/list-companies.ts";
import { listCompanyVisitors } from "#lib/companies/list-company-visitors.ts";
import { companyListParams, companyVisitorsParams } from "#lib/companies/search-params.ts";
import { visitorRow } from "#lib/visitors/visitor-row.ts";

const shared = { method: "GET", tag: "company" } as const;

export const listCompaniesOperation = defineOperation({
  ...shared,
  id: "listCompanies",
  path: "/companies",
  scope: "companies:read",
  summary: "Companies, filtered and sorted",
  query: companyListParams,
  response: listOf(companyRow),
  async handler({ workspaceId, query }) {
    const { rows, nextCursor } = await listCompanies(workspaceId, query);
    return { data: rows, nextCursor };
  },
});

export const getCompanyOperation = defineOperation({
  ...shared,
  id: "getCompany",
  path: "/companies/{id}",
  scope: "companies:read",
  summary: "Everything known of one company",
  params: idParams,
  response: companyProfile,
  handler: ({ workspaceId, params }) => getCompany(workspaceId, params.id),
});

// People are visitors, whichever way they are asked for.
export const listCompanyVisitorsOperation = defineOperation({
  ...shared,
  id: "listCompanyVisitors",
  path: "/companies/{id}/visitors",
  scope: "visitors:read",
  summary: "The visitors who work at one company",
  params: idParams,
  query: companyVisitorsParams,
  response: listOf(visitorRow),
  async handler({ workspaceId, params, query }) {
    if (!(await hasCompany(workspaceId, params.id))) return null;
    const { rows, nextCursor } = await listCompanyVisitors(workspaceId, params.id, query);
    return { data: rows, nextCursor };
  },
});
