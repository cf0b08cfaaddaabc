/** First parts of paths that are not workspaces. */
const RESERVED = new Set([
  ..."_next admin api app assets auth docs favicon health help images invite login logout metrics new".split(
    " ",
  ),
  ..."public settings setup share sign-in sign-out sign-up signin signout static system www".split(
    " ",
  ),
]);

/** True when a slug would hide one of our own pages. */
export function isReservedSlug(slug: string): boolean {
  return RESERVED.has(slug);
}

/** True for what could be a workspace's URL part. */
export function isSlug(text: string): boolean {
  return /^[a-z0-9][a-z0-9-]{0,49}$/.test(text) && !isReservedSlug(text);
}

/** The URL part for a workspace name: `Blåbær & Co` → `blabaer-co`. Never empty, at most 40 letters. */
export function slugOf(name: string): string {
  const slug = name
    .normalize("NFKD")
    .toLowerCase()
    .replace(/æ/g, "ae")
    .replace(/ø/g, "o")
    .replace(/ß/g, "ss")
    .replace(/\p{M}/gu, "")
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, 40)
    .replace(/^-+|-+$/g, "");
  return slug || "workspace";
}

/** The slug itself, or with the first number that makes it free. */
export function freeSlug(slug: string, taken: ReadonlySet<string>): string {
  if (!taken.has(slug)) return slug;
  let number = 2;
  while (taken.has(`${slug}-${number}`)) number++;
  return `${slug}-${number}`;
}
