import { type Filter, filterValueLabel } from "#components/table/filter.ts";
import type { VisitorFilters } from "#lib/attribution/visitor-filters.ts";
import { countryName } from "#lib/format.ts";
import { STAGE_WORDS, VALIDITY_WORDS, wordItems } from "#lib/visitor-words.ts";

const SIZES = ["1-10", "11-50", "51-200", "201-500", "501-1000", "1001-5000"];

const UNKNOWN = { value: "unknown", label: "Unknown" };

type VisitorFilter = Filter & { id: keyof VisitorFilters };

/** What a report can be narrowed down by; the ids are the parameters of the URL. */
export function visitorFilters(countries: readonly string[]): readonly VisitorFilter[] {
  const options = countries.map((value) => ({ value, label: countryName(value) }));
  return [
    ...FILTERS,
    {
      id: "country",
      label: "Country",
      kind: "options",
      options: [...options.toSorted((a, b) => (a.label < b.label ? -1 : 1)), UNKNOWN],
    },
  ];
}

const FILTERS: readonly VisitorFilter[] = [
  {
    id: "companySize",
    label: "Company size",
    kind: "options",
    options: [
      ...SIZES.map((value) => ({ value, label: `${value.replace("-", " – ")} people` })),
      { value: "5001+", label: "More than 5000 people" },
      UNKNOWN,
    ],
  },
  { id: "validity", label: "E-mail", kind: "options", options: wordItems(VALIDITY_WORDS) },
  { id: "stage", label: "Stage", kind: "options", options: wordItems(STAGE_WORDS) },
];

/** The filters in force in words: "Country: DE". */
export function filterWords(filters: VisitorFilters): string[] {
  const countries = filters.country && filters.country !== "unknown" ? [filters.country] : [];
  return visitorFilters(countries).flatMap((filter) => {
    const value = filters[filter.id];
    return value === undefined ? [] : [`${filter.label}: ${filterValueLabel(filter, value)}`];
  });
}
