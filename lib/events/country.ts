const CODE = /^[a-z]{2}$/i;

/** A country as its two-letter code (upper-cased) or, where it is longer, as its name. */
export function countryFields(text: string | null | undefined): {
  country?: string;
  countryCode?: string;
} {
  const country = text?.trim();
  if (!country) return {};
  return CODE.test(country) ? { countryCode: country.toUpperCase() } : { country };
}
