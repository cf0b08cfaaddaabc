import { createHmac, timingSafeEqual } from "node:crypto";
import { env } from "#lib/env.ts";

const ID = /^[\w-]{1,64}$/;

function sign(workspaceId: string, recipientId: string): Buffer {
  return createHmac("sha256", env().AUTH_SECRET)
    .update(`report-stop\0${workspaceId}\0${recipientId}`)
    .digest();
}

/**
 * The token of the link that ends a mail for one recipient. It is signed and not stored: it says who by
 * an id of ours, and nothing is looked up for one that we did not make.
 */
export function stopToken(workspaceId: string, recipientId: string): string {
  return [workspaceId, recipientId, sign(workspaceId, recipientId).toString("base64url")].join(".");
}

/** Whom a token is of; null for one that we did not make. */
export function readStopToken(token: string): { workspaceId: string; recipientId: string } | null {
  const [workspaceId = "", recipientId = "", signature = "", ...rest] = token.split(".");
  if (!ID.test(workspaceId) || !ID.test(recipientId) || rest.length > 0) return null;
  const given = Buffer.from(signature, "base64url");
  const right = sign(workspaceId, recipientId);
  if (given.length !== right.length || !timingSafeEqual(given, right)) return null;
  return { workspaceId, recipientId };
}

/** The page that asks whether to stop. */
export function stopPageUrl(token: string): string {
  return `${env().APP_URL}/stop-report/${token}`;
}

/** Where a mail program posts to for its reader (RFC 8058). */
export function stopPostUrl(token: string): string {
  return `${env().APP_URL}/stop-report/${token}/one-click`;
}
