import type { Filter } from "#components/table/filter.ts";
import type { WorklistView } from "#lib/worklist/search-params.ts";
import { OUTCOME_LABEL } from "./outcome-words.ts";

type Member = { id: string; name: string };

/** What a view can be filtered by; the ids are the parameters of the URL. */
export function worklistFiltersOf(view: WorklistView, team: readonly Member[]): Filter[] {
  const owner: Filter = {
    id: "owner",
    label: "Claimed by",
    kind: "options",
    options: team.map(({ id, name }) => ({ value: id, label: name })),
  };
  const outcome: Filter = {
    id: "outcome",
    label: "Outcome",
    kind: "options",
    options: Object.entries(OUTCOME_LABEL).map(([value, label]) => ({ value, label })),
  };
  return [
    { id: "country", label: "Country", kind: "text", placeholder: "Two letters, such as DE" },
    { id: "industry", label: "Industry", kind: "text", placeholder: "Exact name" },
    { id: "minEmployees", label: "Employees from", kind: "number", placeholder: "Such as 200" },
    ...(view === "new" || view === "mine" ? [] : [owner]),
    ...(view === "done" ? [outcome] : []),
  ];
}
