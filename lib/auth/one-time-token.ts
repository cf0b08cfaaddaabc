import { randomBytes } from "node:crypto";
import { sha256 } from "#lib/ids.ts";

/** A fresh token for a link (256 random bits) and the hash of it, which is all that is stored. */
export function newOneTimeToken(): { token: string; tokenHash: string } {
  const token = randomBytes(32).toString("base64url");
  return { token, tokenHash: sha256(token) };
}
