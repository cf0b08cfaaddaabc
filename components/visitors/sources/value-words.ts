import type { Json } from "#lib/json.ts";

/** A fact's value in a line: texts as they are, lists by their items, things by their names. */
export function valueWords(value: Json): string {
  if (value === null) return "—";
  if (typeof value === "string") return value;
  if (typeof value !== "object") return String(value);
  if (Array.isArray(value)) return value.map(valueWords).join(", ");
  const { title, company, name, instituteName, degree } = value;
  const where = company ? valueWords(company) : null;
  const words = [title, where, name, instituteName, degree].filter(Boolean);
  return words.length > 0
    ? words.map((word) => valueWords(word ?? null)).join(", ")
    : Object.entries(value)
        .map(([key, inner]) => `${key}: ${valueWords(inner)}`)
        .join(", ");
}
