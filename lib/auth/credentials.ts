import { normalEmail } from "#lib/auth/fields.ts";
import { isPassword } from "#lib/auth/password.ts";
import { countSignInAttempt, forgiveSignInAttempt } from "#lib/auth/sign-in-limit.ts";
import { db } from "#lib/db/client.ts";
import { FoyerError } from "#lib/errors.ts";

interface Attempt {
  email: string;
  password: string;
  /** Where the attempt comes from, for the rate limit. */
  address: string;
}

/**
 * The user behind an e-mail and a password. Throws `rate_limited`, or `unauthenticated` with one and
 * the same message and timing for an unknown e-mail, a wrong password and a disabled user.
 */
export async function verifyCredentials(attempt: Attempt): Promise<{ id: string; name: string }> {
  const email = normalEmail(attempt.email);
  await countSignInAttempt(email, attempt.address);
  const user = await db().user.findUnique({ where: { email } });
  const isRight = await isPassword(attempt.password, user?.passwordHash ?? null);
  if (!user || !isRight || user.disabledAt) {
    throw new FoyerError("unauthenticated", "The e-mail or the password isn’t right.");
  }
  await forgiveSignInAttempt(email, attempt.address);
  return { id: user.id, name: user.name };
}
