import type { Filter } from "#components/table/filter.ts";
import { STAGE_WORDS, VALIDITY_WORDS, wordItems } from "#lib/visitor-words.ts";
import type { LeadChoices } from "./bulk-menus.tsx";
import { STATUS_ITEMS } from "./lead-words.ts";

/** What the visitor list can be filtered by; the ids are the parameters of the URL. */
export function visitorFilters({ team, tags }: LeadChoices): readonly Filter[] {
  const owners = team.map(({ id, name }) => ({ value: id, label: name }));
  return [
    {
      id: "owner",
      label: "Owner",
      kind: "options",
      options: [...owners, { value: "none", label: "Nobody" }],
    },
    { id: "status", label: "Status", kind: "options", options: STATUS_ITEMS },
    ...(tags.length > 0 ? [tagFilter(tags)] : []),
    ...FILTERS,
  ];
}

function tagFilter(tags: LeadChoices["tags"]): Filter {
  const options = tags.map(({ id, name }) => ({ value: id, label: name }));
  return { id: "tag", label: "Tag", kind: "options", options };
}

const FILTERS: readonly Filter[] = [
  { id: "stage", label: "Stage", kind: "options", options: wordItems(STAGE_WORDS) },
  { id: "validity", label: "E-mail", kind: "options", options: wordItems(VALIDITY_WORDS) },
  { id: "company", label: "Company", kind: "text", placeholder: "Name or domain" },
  { id: "country", label: "Country", kind: "text", placeholder: "Two letters, such as DE" },
  { id: "source", label: "Source", kind: "text", placeholder: "Such as google" },
  { id: "medium", label: "Medium", kind: "text", placeholder: "Such as cpc" },
  { id: "campaign", label: "Campaign", kind: "text", placeholder: "Exact name" },
  { id: "minScore", label: "Score from", kind: "number", placeholder: "Such as 50" },
  { id: "seenFrom", label: "Seen from", kind: "date" },
  { id: "seenTo", label: "Seen until", kind: "date" },
];
