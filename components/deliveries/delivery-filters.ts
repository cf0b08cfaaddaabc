import type { Filter } from "#components/table/filter.ts";

/** What the ledger can be narrowed down by, besides the state, which has links of its own. */
export function deliveryFilters(
  types: readonly string[],
  endpoints: readonly { id: string; name: string }[],
): Filter[] {
  return [
    {
      id: "type",
      label: "Type",
      kind: "options",
      options: types.map((type) => ({ value: type, label: type })),
    },
    {
      id: "endpoint",
      label: "Endpoint",
      kind: "options",
      options: endpoints.map(({ id, name }) => ({ value: id, label: name })),
    },
    { id: "from", label: "Received from (UTC)", kind: "date" },
    { id: "to", label: "Received to (UTC)", kind: "date" },
  ];
}
