import type { Filter } from "#components/table/filter.ts";

/** What the visitor list can be filtered by; the ids are the parameters of the URL. */
export const VISITOR_FILTERS: readonly Filter[] = [
  {
    id: "stage",
    label: "Stage",
    kind: "options",
    options: [
      { value: "resolved", label: "Resolved" },
      { value: "qualified", label: "Qualified" },
      { value: "enriched", label: "Enriched" },
    ],
  },
  {
    id: "validity",
    label: "E-mail",
    kind: "options",
    options: [
      { value: "valid", label: "Valid" },
      { value: "valid_catch_all", label: "Valid catch-all" },
      { value: "catch_all", label: "Catch-all" },
      { value: "invalid", label: "Invalid" },
      { value: "unknown", label: "Unknown" },
    ],
  },
  { id: "company", label: "Company", kind: "text", placeholder: "Name or domain" },
  { id: "country", label: "Country", kind: "text", placeholder: "Two letters, such as DE" },
  { id: "source", label: "Source", kind: "text", placeholder: "Such as google" },
  { id: "medium", label: "Medium", kind: "text", placeholder: "Such as cpc" },
  { id: "campaign", label: "Campaign", kind: "text", placeholder: "Exact name" },
  { id: "seenFrom", label: "Seen from", kind: "date" },
  { id: "seenTo", label: "Seen until", kind: "date" },
];
