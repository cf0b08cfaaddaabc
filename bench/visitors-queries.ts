import { countCompanies, listCompanies } from "#lib/companies/list-companies.ts";
import { companyListParams } from "#lib/companies/search-params.ts";
import { forgetCounts } from "#lib/count-capped.ts";
import { forgetEstimates } from "#lib/estimate-rows.ts";
import { countVisitors, listVisitors } from "#lib/visitors/list-visitors.ts";
import { VISITOR_STAGES, visitorFilters, visitorListParams } from "#lib/visitors/search-params.ts";
import { type Samples, take } from "./visitors-samples.ts";

/** One question of a page, asked by run number; it answers how many rows came. */
export interface Question {
  group: string;
  name: string;
  ask(run: number): Promise<number>;
}

type Raw = Record<string, string | number | undefined>;

const STATUSES = ["new", "working", "meeting", "opportunity", "won", "lost", "not_a_fit"];
const TAGS = ["hot", "pilot", "partner", "competitor", "later"];
const OWNERS = ["u_bench_0", "u_bench_1", "u_bench_4", "none"];
export const TWO_LETTERS = ["an", "ma", "qz", "xj", "li", "vp", "zz", "ko"];
export const COMMON = ["manager", "example", "head", "marketing", "engineer"];
export const NO_MATCH = ["zzqxv", "wqjkx", "berglundquistor", "nosuchperson", "qqq"];
const SORTS = ["-lastSeenAt", "-score", "-pageviews", "name"] as const;

/** Filters of the visitor list by name: what each asks for in a run. */
export function visitorFilterValues(samples: Samples): Record<string, (run: number) => Raw> {
  const of = (key: string, values: readonly string[]) => (run: number) => ({
    [key]: take(values, run),
  });
  return {
    "no filter": () => ({}),
    stage: of("stage", VISITOR_STAGES),
    validity: of("validity", [...samples.validities, "unknown", "no_such_word"]),
    "company by id": of("company", samples.companyIds),
    "company by name": of("company", samples.companyNames),
    "company by domain": of("company", samples.domains),
    country: of("country", [...samples.countries, "AQ"]),
    source: of("source", [...samples.sources, "nowhere"]),
    medium: of("medium", samples.mediums),
    campaign: of("campaign", samples.campaigns),
    owner: of("owner", OWNERS),
    status: of("status", STATUSES),
    tag: of("tag", TAGS),
    "least score": (run) => ({ minScore: take(["5", "30", "60", "90", "99"], run) }),
    "seen from": of("seenFrom", samples.days),
    "seen to": of("seenTo", samples.days),
    "search: full name": of("q", samples.names),
    "search: first name": of("q", samples.firstNames),
    "search: family name": (run) => ({ q: take(samples.names, run).split(" ").at(-1) }),
    "search: company": of("q", samples.companyNames),
    "search: e-mail": of("q", samples.emails),
    "search: title": of("q", samples.titles),
    "search: common word": of("q", COMMON),
    "search: two letters": of("q", TWO_LETTERS),
    "search: no match": of("q", NO_MATCH),
    "stage and country": (run) => ({
      stage: take(VISITOR_STAGES, run),
      country: take(samples.countries, run),
    }),
    "source and validity": (run) => ({
      source: take(samples.sources, run),
      validity: take(samples.validities, run),
    }),
    "owner and search": (run) => ({ owner: take(OWNERS, run), q: take(samples.firstNames, run) }),
  };
}

/** A filter is asked for page by page, words by somebody who has not asked for them in the last minute. */
function forgetWords(raw: Raw): void {
  if (raw.q !== undefined) forgetEstimates();
}

/** Every question of the visitor list: each filter in each order, its count, deep pages. */
export function visitorListQuestions(workspaceId: string, samples: Samples): Question[] {
  const filters = Object.entries(visitorFilterValues(samples));
  const list = async (raw: Raw) => {
    forgetWords(raw);
    return (await listVisitors(workspaceId, visitorListParams.parse(raw))).rows.length;
  };
  const lists = filters.flatMap(([name, values]) =>
    SORTS.map((sort) => ({
      group: "visitors",
      name: sort === "-lastSeenAt" ? name : `${name}, by ${sort.replace("-", "")}`,
      ask: (run: number) => list({ ...values(run), sort }),
    })),
  );
  const counts = filters.map(([name, values]) => ({
    group: "visitor counts",
    name,
    ask: async (run: number) => {
      forgetCounts();
      forgetWords(values(run));
      return (await countVisitors(workspaceId, visitorFilters.parse(values(run)))).count;
    },
  }));
  return [...lists, ...counts];
}

/** Pages a hundred pages into the list, by the cursors that its pages gave. */
export async function deepPageQuestions(workspaceId: string, pages: number): Promise<Question[]> {
  const questions: Question[] = [];
  for (const sort of SORTS) {
    const cursors: string[] = [];
    let cursor: string | undefined;
    for (let page = 0; page < pages; page++) {
      const found = await listVisitors(
        workspaceId,
        visitorListParams.parse({ sort, cursor, limit: 200 }),
      );
      if (found.nextCursor === null) break;
      cursor = found.nextCursor;
      cursors.push(cursor);
    }
    const deep = cursors.slice(-50);
    questions.push({
      group: "visitors",
      name: `deep page, by ${sort.replace("-", "")}`,
      ask: async (run) =>
        (
          await listVisitors(
            workspaceId,
            visitorListParams.parse({ sort, cursor: take(deep, run) }),
          )
        ).rows.length,
    });
  }
  return questions;
}

/** Every question of the company list. */
export function companyListQuestions(workspaceId: string, samples: Samples): Question[] {
  const filters: Record<string, (run: number) => Raw> = {
    "no filter": () => ({}),
    industry: (run) => ({ industry: take(samples.industries, run) }),
    country: (run) => ({ country: take(samples.countries, run) }),
    "least employees": (run) => ({ minEmployees: take(["10", "500", "5000", "100000"], run) }),
    "search: name": (run) => ({ q: take(samples.companyNames, run) }),
    "search: two letters": (run) => ({ q: take(TWO_LETTERS, run) }),
    "search: no match": (run) => ({ q: take(NO_MATCH, run) }),
  };
  const sorts = companyListParams.shape.sort.unwrap().options;
  return Object.entries(filters).flatMap(([name, values]) => [
    ...sorts.map((sort) => ({
      group: "companies",
      name: `${name}, by ${sort.replace("-", "")}`,
      ask: async (run: number) =>
        (await listCompanies(workspaceId, companyListParams.parse({ ...values(run), sort }))).rows
          .length,
    })),
    {
      group: "company counts",
      name,
      ask: async (run: number) => {
        forgetCounts();
        return (await countCompanies(workspaceId, companyListParams.parse(values(run)))).count;
      },
    },
  ]);
}
