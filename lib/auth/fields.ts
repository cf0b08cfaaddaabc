import { z } from "zod";
import { ROLES } from "#lib/auth/permissions.ts";

/** An e-mail address as we keep and compare it: trimmed, lower-cased. */
export function normalEmail(email: string): string {
  return email.trim().toLowerCase();
}

export const emailField = z
  .string()
  .transform(normalEmail)
  .pipe(z.email("Enter an e-mail address such as ada@example.com.").max(254));

export const nameField = z.string().trim().min(1, "Enter a name.").max(120, "Use a shorter name.");

export const roleField = z.enum(ROLES, "Choose a role.");

/** A token of a one-time link: 32 random bytes in base64url. */
export const tokenField = z.string().regex(/^[A-Za-z0-9_-]{43}$/);
