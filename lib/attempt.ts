import type { z } from "zod";
import { FoyerError, isFoyerError } from "#lib/errors.ts";

/** What stood in the way, in words; `field` when one field of a form is to blame. */
export interface Problem {
  problem: string;
  field?: string;
}

/** What an action's work answers, or in words the expected failure that ended it; anything else is thrown on. */
export async function attempt<T>(work: () => Promise<T>): Promise<T | Problem> {
  try {
    return await work();
  } catch (error) {
    if (!isFoyerError(error)) throw error;
    const field = error.detail?.field;
    return { problem: error.message, ...(typeof field === "string" && { field }) };
  }
}

/** The same for work that answers nothing: what stood in its way, or undefined when it is done. */
export async function problemOf(work: () => Promise<unknown>): Promise<string | undefined> {
  const failed = await attempt(async () => {
    await work();
  });
  return failed?.problem;
}

/** What somebody typed, checked; the first thing that is wrong with it is `invalid_request`, at its field. */
export function checked<T>(schema: z.ZodType<T>, typed: unknown): T {
  const result = schema.safeParse(typed);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  const field = issue?.path.join(".");
  throw new FoyerError("invalid_request", issue?.message ?? "", { field });
}
