import { RateLimiterPrisma, RateLimiterRes } from "rate-limiter-flexible";
import { db } from "#lib/db/client.ts";
import type { PrismaClient } from "#lib/db/generated/client.ts";
import { sha256 } from "#lib/ids.ts";

/** More lookups of links a minute than these are no reader. */
export const LOOKUPS_PER_MINUTE = 60;

const limiters = new WeakMap<PrismaClient, RateLimiterPrisma>();

function limiter(): RateLimiterPrisma {
  const client = db();
  const known = limiters.get(client);
  if (known) return known;
  const fresh = new RateLimiterPrisma({
    storeClient: client,
    keyPrefix: "report-share",
    points: LOOKUPS_PER_MINUTE,
    duration: 60,
  });
  limiters.set(client, fresh);
  return fresh;
}

/** Counts one lookup of a link by an address; false when there were too many. */
export async function mayLookUpShare(address: string): Promise<boolean> {
  try {
    // Hashed: the table of counters is no place for addresses.
    await limiter().consume(sha256(address));
    return true;
  } catch (error) {
    if (error instanceof RateLimiterRes) return false;
    throw error;
  }
}
