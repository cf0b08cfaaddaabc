const SPECIAL: Record<string, string> = { ł: "l", ø: "o", ß: "ss", đ: "d", æ: "ae", ı: "i" };

/** ASCII letters, digits and single hyphens of a name: `Łukasz Nowak` becomes `lukasz-nowak`. */
export function slugOf(text: string): string {
  return text
    .toLowerCase()
    .replace(/[łøßđæı]/g, (letter) => SPECIAL[letter] ?? "")
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
}
