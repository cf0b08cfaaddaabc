import { z } from "zod";
import { sql } from "#lib/db/client.ts";
import { decryptSecret } from "#lib/webhooks/keyring.ts";
import { keyring } from "#lib/webhooks/live-endpoint.ts";

/** The data that what is kept encrypted of a channel is bound to. */
export function channelContext(workspaceId: string, channelId: string): string {
  return `${workspaceId}/${channelId}`;
}

/** Where a channel leads: `secret` signs; a Slack channel's URL is the secret itself. */
export interface Destination {
  url: string;
  secret: string;
}

const row = z.object({
  kind: z.string(),
  url: z.string().nullable(),
  ciphertext: z.instanceof(Uint8Array),
  keyId: z.string(),
});

/** The destination of a channel; null when it was removed. Throws when its secret can't be read. */
export async function getDestination(
  workspaceId: string,
  channelId: string | null,
): Promise<Destination | null> {
  const [found] = await sql().query(
    `SELECT "kind", "url", "ciphertext", "keyId" FROM alert_channel
     WHERE "workspaceId" = $1 AND "id" = $2 AND "ciphertext" IS NOT NULL`,
    [workspaceId, channelId],
  );
  if (!found) return null;
  const { url, ciphertext, keyId } = row.parse(found);
  const secret = decryptSecret(
    keyring(),
    keyId,
    ciphertext,
    channelContext(workspaceId, channelId ?? ""),
  );
  return { url: url ?? secret, secret };
}
