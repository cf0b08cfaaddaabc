/** linkedin.com itself, or behind www., a mobile host, or a country's two letters. */
const HOST = /^(?:(?:www|m|mobile|touch|[a-z]{2})\.)*linkedin\.com$/;
const SCHEME = /^https?:\/*/i;
const ANY_SCHEME = /^[a-z][a-z0-9+.-]*:(?!\d)/i;
/** Folders that name nobody until a slug follows: two people must not meet on "/in". */
const BARE_FOLDER = /^\/(?:in|pub|company|school|showcase)$/;
const MAX_LENGTH = 1000;

/**
 * A LinkedIn URL in the one form that Foyer compares: `https://linkedin.com/in/slug`, without www. or
 * country, lower-cased, without query, fragment or trailing slash. The scheme may be missing. Percent
 * escapes are normalised, so `é`, `%C3%A9` and `%c3%a9` are one slug. Null when it is not LinkedIn or
 * names nobody.
 */
export function canonicalLinkedin(text: string | null | undefined): string | null {
  const trimmed = text?.trim();
  if (!trimmed) return null;
  const rest = trimmed.replace(SCHEME, "").replace(/^\/+/, "");
  if (ANY_SCHEME.test(rest) || !URL.canParse(`https://${rest}`)) return null;
  const url = new URL(`https://${rest}`);
  if (!HOST.test(url.hostname.replace(/\.$/, ""))) return null;
  const slugs = url.pathname.split("/").filter(Boolean).map(normalSlug);
  const path = slugs.map((slug) => `/${slug}`).join("");
  if (path === "" || BARE_FOLDER.test(path) || path.length > MAX_LENGTH) return null;
  return `https://linkedin.com${path}`;
}

/** One path segment, decoded, lower-cased and encoded again in one way (with lower-case hex). */
function normalSlug(segment: string): string {
  try {
    const plain = decodeURIComponent(segment).normalize("NFC").toLowerCase();
    return encodeURI(plain).replace(/[/?#]/g, encodeURIComponent).toLowerCase();
  } catch (error) {
    // A broken escape such as "%zz" is not ours to repair: it only has to compare equal to itself.
    if (error instanceof URIError) return segment.toLowerCase();
    throw error;
  }
}
