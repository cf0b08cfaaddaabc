import { getCompany } from "#lib/companies/get-company.ts";
import { listCompanyPeople } from "#lib/companies/list-company-people.ts";
import { listCompanySessions } from "#lib/companies/list-company-sessions.ts";
import { listCompanyVisitors } from "#lib/companies/list-company-visitors.ts";
import { listCompanyHistory } from "#lib/companies/list-history.ts";
import { forgetEstimates } from "#lib/estimate-rows.ts";
import { searchWorkspace } from "#lib/search/search-workspace.ts";
import { getSession } from "#lib/sessions/get-session.ts";
import { listSessions } from "#lib/sessions/list-sessions.ts";
import { getVisitor } from "#lib/visitors/get-visitor.ts";
import { listTimeline } from "#lib/visitors/list-timeline.ts";
import { getCommittee } from "#lib/worklist/committee.ts";
import { COMMON, NO_MATCH, type Question, TWO_LETTERS } from "./visitors-queries.ts";
import { type Samples, take } from "./visitors-samples.ts";

/** What the page of a visitor and the page of a company read, part by part. */
export function pageDataQuestions(workspaceId: string, samples: Samples): Question[] {
  const visitor = (run: number) => take(samples.ids, run);
  const company = (run: number) => take(samples.companyIds, run);
  const sessionsOf = (id: string) =>
    listSessions(workspaceId, { visitor: id, sort: "-createdAt", limit: 20 });
  return [
    {
      ...{ group: "visitor page", name: "profile" },
      ask: async (run) => ((await getVisitor(workspaceId, visitor(run))) ? 1 : 0),
    },
    {
      ...{ group: "visitor page", name: "timeline" },
      ask: async (run) =>
        (await listTimeline(workspaceId, visitor(run), { limit: 60 })).rows.length,
    },
    {
      ...{ group: "visitor page", name: "sessions and the first of them" },
      ask: async (run) => {
        const { rows } = await sessionsOf(visitor(run));
        if (rows[0]) await getSession(workspaceId, rows[0].sid);
        return rows.length;
      },
    },
    {
      ...{ group: "company page", name: "profile" },
      ask: async (run) => ((await getCompany(workspaceId, company(run))) ? 1 : 0),
    },
    {
      ...{ group: "company page", name: "visitors" },
      ask: async (run) =>
        (await listCompanyVisitors(workspaceId, company(run), { sort: "-lastSeenAt", limit: 8 }))
          .rows.length,
    },
    {
      ...{ group: "company page", name: "people by employment" },
      ask: async (run) => (await listCompanyPeople(workspaceId, company(run), 200)).length,
    },
    {
      ...{ group: "company page", name: "buying committee" },
      ask: async (run) => Number((await getCommittee(workspaceId, company(run))) !== null),
    },
    {
      ...{ group: "company page", name: "history" },
      ask: async (run) => (await listCompanyHistory(workspaceId, company(run))).length,
    },
    {
      ...{ group: "company page", name: "latest sessions" },
      ask: async (run) => (await listCompanySessions(workspaceId, company(run), 6)).length,
    },
  ];
}

/** The search of the command palette. */
export function searchQuestions(workspaceId: string, samples: Samples): Question[] {
  const asked = {
    "full name": samples.names,
    "first name": samples.firstNames,
    company: samples.companyNames,
    "e-mail": samples.emails,
    "common word": COMMON,
    "two letters": TWO_LETTERS,
    "no match": NO_MATCH,
  };
  return Object.entries(asked).map(([name, values]) => ({
    group: "palette",
    name,
    ask: async (run) => {
      forgetEstimates();
      return (await searchWorkspace(workspaceId, take(values, run))).length;
    },
  }));
}
