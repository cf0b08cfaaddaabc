/** Member states of the European Union. */
export const EU_COUNTRIES: ReadonlySet<string> = new Set(
  "AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK".split(" "),
);

let codes: Map<string, string> | null = null;

/** Two-letter codes by English name in lower case, worked out when a name first comes. */
function codesByName(): Map<string, string> {
  if (codes) return codes;
  const names = new Intl.DisplayNames("en", { type: "region", fallback: "none" });
  codes = new Map([
    // The name that the Union uses, and `Intl` does not.
    ["czech republic", "CZ"],
  ]);
  for (const a of LETTERS) {
    for (const b of LETTERS) {
      const name = names.of(a + b);
      if (name) codes.set(name.toLowerCase(), canonical(a + b));
    }
  }
  return codes;
}

const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";

/** The code in force: of `DD` DE, of `UK` GB. */
function canonical(code: string): string {
  if (code === "EL") return "GR";
  return new Intl.Locale(`und-${code}`).region ?? code;
}

/** A country as its two-letter code, from a code or an English name; null where it is neither. */
export function countryCodeOf(text: string): string | null {
  const country = text.trim();
  if (/^[a-z]{2}$/i.test(country)) return canonical(country.toUpperCase());
  return codesByName().get(country.toLowerCase()) ?? null;
}
