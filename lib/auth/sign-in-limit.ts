import { RateLimiterPrisma, RateLimiterRes } from "rate-limiter-flexible";
import { db } from "#lib/db/client.ts";
import type { PrismaClient } from "#lib/db/generated/client.ts";
import { FoyerError } from "#lib/errors.ts";
import { sha256 } from "#lib/ids.ts";

const WINDOW_SECONDS = 15 * 60;
const TRIES_PER_ADDRESS_AND_EMAIL = 10;
// Many addresses against one person. Higher, so that a stranger can't easily keep that person out.
const TRIES_PER_EMAIL = 50;

interface Limits {
  pair: RateLimiterPrisma;
  email: RateLimiterPrisma;
}

const limitsOf = new WeakMap<PrismaClient, Limits>();

/** The counters live in the database, so all web processes count together and a restart forgets nothing. */
function limits(): Limits {
  const client = db();
  const known = limitsOf.get(client);
  if (known) return known;
  const limiter = (keyPrefix: string, points: number) =>
    new RateLimiterPrisma({ storeClient: client, keyPrefix, points, duration: WINDOW_SECONDS });
  const fresh = {
    pair: limiter("sign-in-pair", TRIES_PER_ADDRESS_AND_EMAIL),
    email: limiter("sign-in-email", TRIES_PER_EMAIL),
  };
  limitsOf.set(client, fresh);
  return fresh;
}

// Hashed: the table of counters is no place for addresses and e-mails.
const pairKey = (email: string, address: string) => sha256(`${address}\0${email}`);

/**
 * Counts one attempt before it is judged (so parallel guesses are all counted). Throws `rate_limited`
 * with the wait in words, and `detail.retryAfterSeconds`, when there were too many.
 */
export async function countSignInAttempt(email: string, address: string): Promise<void> {
  const { pair, email: byEmail } = limits();
  try {
    await pair.consume(pairKey(email, address));
    await byEmail.consume(sha256(email));
  } catch (error) {
    if (!(error instanceof RateLimiterRes)) throw error;
    const retryAfterSeconds = Math.max(1, Math.ceil(error.msBeforeNext / 1000));
    const minutes = Math.ceil(retryAfterSeconds / 60);
    const wait = minutes === 1 ? "a minute" : `${minutes} minutes`;
    const message = `Too many attempts. Wait ${wait}, then try again.`;
    throw new FoyerError("rate_limited", message, { retryAfterSeconds });
  }
}

/** Takes a successful attempt out of the count. */
export async function forgiveSignInAttempt(email: string, address: string): Promise<void> {
  const { pair, email: byEmail } = limits();
  await pair.delete(pairKey(email, address));
  await byEmail.reward(sha256(email), 1);
}
