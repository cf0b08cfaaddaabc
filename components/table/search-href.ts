/** The path with some of its query replaced; null takes a parameter out, and paging starts again. */
export function searchHref(
  path: string,
  query: string | URLSearchParams,
  changes: Readonly<Record<string, string | null>>,
): string {
  const next = new URLSearchParams(query);
  next.delete("cursor");
  next.delete("before");
  for (const [key, value] of Object.entries(changes)) {
    if (value === null || value === "") next.delete(key);
    else next.set(key, value);
  }
  const text = next.toString();
  return text ? `${path}?${text}` : path;
}
