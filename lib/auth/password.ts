import { hash, verify } from "@node-rs/argon2";
import { z } from "zod";

export const PASSWORD_MIN_CHARACTERS = 12;
const MAX_BYTES = 1024;

// OWASP's argon2id setting (19 MiB, two passes, one lane); argon2id is the library's default algorithm.
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** One form for passwords that look the same but were typed on different keyboards (NIST SP 800-63B). */
function normal(password: string): string {
  return password.normalize("NFKC");
}

/** What is wrong with a new password, in words for the person who chose it; null when it will do. */
export function passwordProblem(password: string): string | null {
  const tooLong = `Use at most ${MAX_BYTES} bytes.`;
  // Before normalizing, which may lengthen a text many times.
  if (password.length > MAX_BYTES) return tooLong;
  const text = normal(password);
  if ([...text].length < PASSWORD_MIN_CHARACTERS) {
    return `Use at least ${PASSWORD_MIN_CHARACTERS} characters.`;
  }
  return Buffer.byteLength(text) > MAX_BYTES ? tooLong : null;
}

/** A new password as a form gives it. Never trimmed: spaces are part of it. */
export const newPasswordSchema = z.string().superRefine((password, context) => {
  const problem = passwordProblem(password);
  if (problem) context.addIssue({ code: "custom", message: problem });
});

/** The argon2id hash to keep. Takes about 10 ms of a core. */
export function hashPassword(password: string): Promise<string> {
  return hash(normal(password), COST);
}

let dummy: Promise<string> | null = null;

/**
 * True when the password matches the hash. Without a hash (no such user, or one without a password) it
 * does the same work against a dummy and answers false, so that the time tells nothing.
 */
export async function isPassword(password: string, passwordHash: string | null): Promise<boolean> {
  dummy ??= hashPassword("no user has this password");
  const tried = password.length > MAX_BYTES ? "" : normal(password);
  const matches = await verify(passwordHash ?? (await dummy), tried);
  return matches && passwordHash !== null;
}
