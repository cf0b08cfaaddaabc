import type { z } from "zod";
import { isFoyerError } from "#lib/errors.ts";

/** What a form's action hands back to it. `values` refills the fields, which React empties after an action. */
export interface FormState {
  status: "idle" | "error" | "done";
  /** About the form as a whole. */
  message?: string;
  /** By field name. */
  errors?: Record<string, string>;
  values?: Record<string, string>;
  /** What an action made and can't show again, such as a link. */
  made?: string;
}

type Parsed<T> = { data: T; state: null } | { data: null; state: FormState };

/** A form checked by a schema: the data, or the state that shows the first error of each field. */
export function parseForm<T>(schema: z.ZodType<T>, form: FormData): Parsed<T> {
  const parsed = schema.safeParse(textsOf(form));
  if (parsed.success) return { data: parsed.data, state: null };
  const errors: Record<string, string> = {};
  for (const issue of parsed.error.issues) errors[issue.path.join(".")] ??= issue.message;
  return { data: null, state: { status: "error", errors, values: shownAgain(form) } };
}

/** An expected failure as the form's message; anything else is thrown on. */
export function failedForm(error: unknown, form?: FormData): FormState {
  if (!isFoyerError(error)) throw error;
  return { status: "error", message: error.message, values: form ? shownAgain(form) : {} };
}

function textsOf(form: FormData): Record<string, string> {
  const texts: Record<string, string> = {};
  for (const [name, value] of form) if (typeof value === "string") texts[name] = value;
  return texts;
}

// Never a password: it would be written into the page.
function shownAgain(form: FormData): Record<string, string> {
  const { password: _, ...shown } = textsOf(form);
  return shown;
}
