import { escapeLike } from "#lib/text-search.ts";

/** A path or a pattern as they are compared: lower case, no slash at the end. */
export function normalPath(path: string): string {
  return path.toLowerCase().replace(/\/+$/, "");
}

/** The pattern for LIKE on `rtrim(lower(path), '/')`. */
export function likePattern(pattern: string): string {
  return normalPath(pattern).split("*").map(escapeLike).join("%");
}

/** True when a path fits a pattern in which `*` stands for anything. In linear time, whatever they are. */
export function matchesPath(path: string, pattern: string): boolean {
  const text = normalPath(path);
  const parts = normalPath(pattern).split("*");
  const first = parts[0] ?? "";
  const last = parts.at(-1) ?? "";
  if (parts.length === 1) return text === first;
  if (text.length < first.length + last.length) return false;
  if (!text.startsWith(first) || !text.endsWith(last)) return false;
  const end = text.length - last.length;
  let place = first.length;
  for (const part of parts.slice(1, -1)) {
    const found = text.indexOf(part, place);
    if (found === -1 || found + part.length > end) return false;
    place = found + part.length;
  }
  return true;
}
