import type { z } from "zod";

/** A part of a URL that could not be used and what was wrong with it. */
export interface SearchNotice {
  parameter: string;
  reason: "unknown" | "invalid";
}

/** The query of a page's URL as Next gives it. */
export type UrlState = Record<string, string | string[] | undefined>;

/**
 * URL state of a page, read leniently: what does not fit falls back to the schema's default and is
 * named in `notices`. Empty values (an empty form field) are no values. `alsoKnown` are parameters
 * that the page reads by itself. (The API reads the same schemas strictly.)
 */
export function parseSearchState<S extends z.ZodObject>(
  schema: S,
  input: UrlState,
  alsoKnown: readonly string[] = [],
): { value: z.output<S>; notices: SearchNotice[] } {
  const kept: Record<string, unknown> = {};
  const notices: SearchNotice[] = [];
  for (const [parameter, value] of Object.entries(input)) {
    if (value === undefined || value === "" || alsoKnown.includes(parameter)) continue;
    const field = schema.shape[parameter];
    if (!field) notices.push({ parameter, reason: "unknown" });
    else if (!isFit(field, value)) notices.push({ parameter, reason: "invalid" });
    else kept[parameter] = value;
  }
  return { value: schema.parse(kept), notices };
}

function isFit(field: unknown, value: unknown): boolean {
  return (field as z.ZodType).safeParse(value).success;
}
