const ADDRESS = /[\p{L}\p{N}._%+-]+(?:@|%40)[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*/giu;
// Numbers, UUIDs and random words: what names one person's order, invitation or account in a path.
const IDENTIFIER = /^(?:\d{5,}|[0-9a-f]{8}-[0-9a-f-]{20,}|(?=[^/]*\d)[\w~=-]{20,})$/i;
const PROFILE = /\blinkedin\.com\/in\/[^/\s?#]+/gi;

/**
 * A key of a report as strangers may read it. UTM fields and paths hold what a website puts there: e-mail
 * addresses, LinkedIn profiles, phone numbers and what looks like an id become “…”.
 */
export function publicKey(key: string): string {
  const text = key.replace(ADDRESS, "…").replace(PROFILE, "linkedin.com/in/…");
  const masked = text.replace(/\+?\d[\d ().-]{7,}\d/g, (digits) =>
    // A date is no phone number.
    /^\d{4}-\d{2}-\d{2}$/.test(digits) ? digits : "…",
  );
  return masked
    .split("/")
    .map((part) => (IDENTIFIER.test(part) && key.includes("/") ? "…" : part))
    .join("/");
}
