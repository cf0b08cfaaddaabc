import type { RulesDraft } from "#lib/scoring/rules-draft.ts";

export type RuleCell = {
  id: string;
  label: string;
  kind: "name" | "text" | "number";
  placeholder?: string;
};

export type RuleList = {
  id: Exclude<keyof RulesDraft, "numbers" | "outcomes">;
  title: string;
  description: string;
  add: string;
  /** What stands there while there is no rule. */
  none: string;
  cells: readonly RuleCell[];
};

const FACTOR: RuleCell = { id: "factor", label: "Factor", kind: "number", placeholder: "1" };
const NAME: RuleCell = { id: "name", label: "Name", kind: "name" };

/** The lists of rules that say whom one wants. */
export const FIT_LISTS: readonly RuleList[] = [
  {
    id: "companySize",
    title: "Company size",
    description: "By number of employees, both ends included. Leave “to” empty for no end.",
    add: "Add a size",
    none: "Size doesn’t count.",
    cells: [
      { id: "from", label: "From", kind: "number", placeholder: "0" },
      { id: "to", label: "To", kind: "number", placeholder: "any" },
      FACTOR,
    ],
  },
  {
    id: "seniority",
    title: "Seniority",
    description: "By whole words of the job title.",
    add: "Add a seniority",
    none: "Titles don’t count.",
    cells: [
      NAME,
      { id: "words", label: "Words", kind: "text", placeholder: "head, director" },
      FACTOR,
    ],
  },
  {
    id: "industries",
    title: "Industry",
    description: "By whole words of the company’s industry.",
    add: "Add an industry",
    none: "Industries don’t count.",
    cells: [
      NAME,
      { id: "words", label: "Words", kind: "text", placeholder: "software, saas" },
      FACTOR,
    ],
  },
  {
    id: "countries",
    title: "Country",
    description: "By the person’s country, else the company’s: two-letter codes.",
    add: "Add countries",
    none: "Countries don’t count.",
    cells: [NAME, { id: "codes", label: "Codes", kind: "text", placeholder: "DE, AT, CH" }, FACTOR],
  },
];

/** The list of rules for pages. */
export const PAGE_LIST: RuleList = {
  id: "pages",
  title: "Pages",
  description: "Points for each view of a page. * in a path stands for anything.",
  add: "Add a page",
  none: "No page counts more than another.",
  cells: [
    NAME,
    { id: "path", label: "Path", kind: "text", placeholder: "/pricing*" },
    { id: "points", label: "Points", kind: "number", placeholder: "5" },
    { id: "atMost", label: "At most", kind: "number", placeholder: "5" },
  ],
};

/** The single numbers of the rules, in groups. */
export const INTENT_NUMBERS = [
  { id: "perPage", label: "Points per page", unit: "points" },
  { id: "maxPages", label: "Pages that count", unit: "of a session" },
  { id: "perMinute", label: "Points per minute", unit: "points" },
  { id: "maxMinutes", label: "Minutes that count", unit: "of a session" },
  { id: "returnVisit", label: "Return visit", unit: "points" },
  { id: "qualified", label: "Qualified", unit: "points" },
  { id: "enriched", label: "Enriched", unit: "points" },
  { id: "validEmail", label: "Valid e-mail", unit: "points" },
] as const;
