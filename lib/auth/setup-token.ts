import { newOneTimeToken } from "#lib/auth/one-time-token.ts";
import { now } from "#lib/clock.ts";
import { db } from "#lib/db/client.ts";
import { env } from "#lib/env.ts";
import { newId, sha256 } from "#lib/ids.ts";

const PURPOSE = "setup";
const VALID_MS = 24 * 60 * 60 * 1000;

/** True once anybody, in any workspace, is an admin (also a disabled one): set-up is over then. */
export async function hasAdministrator(): Promise<boolean> {
  return (await db().membership.findFirst({ where: { role: "admin" } })) !== null;
}

/** A new one-time link to the set-up page, good for 24 hours. Earlier links stay good until they expire. */
export async function createSetupLink(): Promise<string> {
  const { token, tokenHash } = newOneTimeToken();
  const at = now();
  await db().signInToken.deleteMany({
    where: { purpose: PURPOSE, expiresAt: { lt: new Date(at) } },
  });
  await db().signInToken.create({
    data: {
      id: newId("tok"),
      purpose: PURPOSE,
      tokenHash,
      createdAt: new Date(at),
      expiresAt: new Date(at + VALID_MS),
    },
  });
  return `${env().APP_URL}/setup?token=${token}`;
}

/** The rows that a set-up token names while it can still be used. */
export function usableSetupToken(token: string) {
  return {
    purpose: PURPOSE,
    tokenHash: sha256(token),
    usedAt: null,
    expiresAt: { gt: new Date(now()) },
  };
}

/** True when the link can be used now: a token of ours, unused, not expired, and no admin exists yet. */
export async function isSetupToken(token: string): Promise<boolean> {
  if (await hasAdministrator()) return false;
  return (await db().signInToken.findFirst({ where: usableSetupToken(token) })) !== null;
}
