import { z } from "zod";
import { FoyerError } from "#lib/errors.ts";

function list(most: number) {
  return z
    .string()
    .default("")
    .transform((text) => text.split(",").filter(Boolean))
    .pipe(z.array(z.string().max(64)).max(most));
}

const form = z.object({
  /** The list's URL without its page. */
  query: z.string().max(4_000).default(""),
  /** Empty: all that match. */
  ids: list(10_000),
  columns: list(60),
  withInvalid: z
    .literal("on")
    .optional()
    .transform((value) => value === "on"),
});

/**
 * What a form asks to export; `params` is the strict schema of the list's URL: a filter that were passed
 * over would put rows into the file that were not on the list. Throws `invalid_request`.
 */
export function parseExportForm<T>(data: FormData, params: z.ZodType<T>) {
  const fields = form.safeParse(Object.fromEntries(data));
  if (!fields.success) throw new FoyerError("invalid_request", "This export can’t be understood.");
  const { query, ids, ...rest } = fields.data;
  const filters = params.safeParse(Object.fromEntries(new URLSearchParams(query)));
  if (!filters.success) {
    const names = filters.error.issues.flatMap(({ path }) => path.slice(0, 1)).join(", ");
    throw new FoyerError(
      "invalid_request",
      `A filter of this list can’t be used${names && ` (${names})`}. Remove it and export again.`,
    );
  }
  return { ...rest, query, params: filters.data, ids: ids.length > 0 ? ids : null };
}
