// The origin is never seen: it only lets the URL parser tell "inside" from "elsewhere".
const INSIDE = "http://inside.invalid";

/**
 * Where to go after signing in: `next` if it is a path of this application, else `fallback`. The URL
 * parser decides, because browsers read `//host`, `/\host` and `/<tab>/host` as other hosts.
 */
export function safeNext(next: unknown, fallback = "/"): string {
  if (typeof next !== "string" || !next.startsWith("/") || next.length > 2000) return fallback;
  if (!URL.canParse(next, INSIDE)) return fallback;
  const url = new URL(next, INSIDE);
  const path = `${url.pathname}${url.search}${url.hash}`;
  const isElsewhere = url.origin !== INSIDE || path.startsWith("//");
  // An API answer is no page to land on.
  return isElsewhere || url.pathname.startsWith("/api/") ? fallback : path;
}
