import type { Filter } from "#components/table/filter.ts";

/** What the company list can be filtered by; the ids are the parameters of the URL. */
export const COMPANY_FILTERS: readonly Filter[] = [
  { id: "industry", label: "Industry", kind: "text", placeholder: "Exact name" },
  { id: "country", label: "Country", kind: "text", placeholder: "Two letters, such as DE" },
  { id: "minEmployees", label: "Employees from", kind: "number", placeholder: "Such as 50" },
];
