import { now } from "#lib/clock.ts";
import { db } from "#lib/db/client.ts";

/** Revokes a key at once. False when there is no such key or it was revoked before. */
export async function revokeApiKey(workspaceId: string, id: string): Promise<boolean> {
  const { count } = await db().apiKey.updateMany({
    where: { workspaceId, id, revokedAt: null },
    data: { revokedAt: new Date(now()) },
  });
  return count > 0;
}
