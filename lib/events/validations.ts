import { normalEmail } from "#lib/identity/email.ts";
import type { ValidationResult } from "./contribution.ts";
import type { ValidationData } from "./schema/validation.ts";

/**
 * The results of one event, one per address: where it contradicts itself, the later entry counts. What
 * is no address is left out. Words are kept as they came, an empty one means not known.
 */
export function validationResults(
  validations: readonly ValidationData[] | null | undefined,
): ValidationResult[] {
  const results = new Map<string, ValidationResult>();
  for (const { email: text, validity, provider, error } of validations ?? []) {
    const email = normalEmail(text);
    if (!email) continue;
    results.set(email, {
      email,
      validity: validity || null,
      provider: provider || null,
      errorCode: error?.code || null,
      errorMessage: error?.message || null,
    });
  }
  return [...results.values()];
}
