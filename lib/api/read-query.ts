import type { z } from "zod";
import { FoyerError } from "#lib/errors.ts";

/**
 * The parameters of a URL, read strictly: an unknown one, one given twice or one of another form is
 * `invalid_request` with a line for each fault. (Pages read the same schemas leniently.)
 */
export function readQuery<S extends z.ZodObject>(schema: S, search: URLSearchParams): z.output<S> {
  const errors: { parameter: string; message: string }[] = [];
  const input: Record<string, string> = {};
  for (const parameter of new Set(search.keys())) {
    const values = search.getAll(parameter);
    if (!Object.hasOwn(schema.shape, parameter))
      errors.push({ parameter, message: "Unknown parameter" });
    else if (values.length > 1) errors.push({ parameter, message: "Given more than once" });
    else input[parameter] = values[0] ?? "";
  }
  const result = schema.safeParse(input);
  if (!result.success) {
    for (const { path, message } of result.error.issues) {
      errors.push({ parameter: path.join("."), message });
    }
  }
  if (!result.success || errors.length > 0) {
    const text = errors.map(({ parameter, message }) => `${parameter}: ${message}`).join("; ");
    throw new FoyerError("invalid_request", text, { errors });
  }
  return result.data;
}
