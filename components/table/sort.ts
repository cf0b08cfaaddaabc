/** A sort as it stands in the URL: `name` upwards, `-score` downwards. */
export type Sort = { key: string; descending: boolean };

export function parseSort(value: string | null | undefined): Sort | null {
  if (!value || value === "-") return null;
  return value.startsWith("-")
    ? { key: value.slice(1), descending: true }
    : { key: value, descending: false };
}

/** The sort after a click on a column's head: the other way round if it is sorted by it already. */
export function nextSort(current: Sort | null, key: string, descendingFirst = false): string {
  const descending = current?.key === key ? !current.descending : descendingFirst;
  return descending ? `-${key}` : key;
}

/** For lists where each order exists in one direction: names upwards, numbers and times downwards. */
export function onlyDirection(sort: string): string {
  const key = sort.replace(/^-/, "");
  return key === "name" ? key : `-${key}`;
}
