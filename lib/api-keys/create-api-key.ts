import { API_KEY_PATTERN, apiKeyPrefix, newApiKeyText } from "#lib/api-keys/api-key-text.ts";
import { API_SCOPES } from "#lib/api-keys/scopes.ts";
import { now } from "#lib/clock.ts";
import { db } from "#lib/db/client.ts";
import { FoyerError } from "#lib/errors.ts";
import { newTimeId, sha256 } from "#lib/ids.ts";

const MAX_NAME = 100;

/** What a new key is made of. `key` is given by the bootstrap alone; else one is drawn. */
export interface NewApiKey {
  workspaceId: string;
  name: string;
  scopes: readonly string[];
  createdById: string | null;
  key?: string;
}

/**
 * Creates an API key and returns its text, which is not kept and cannot be shown again. Throws
 * `invalid_request` without a name or scope, for an unknown scope, or for a `key` of another form.
 */
export async function createApiKey(input: NewApiKey): Promise<{ id: string; key: string }> {
  const { workspaceId, scopes, createdById, key = newApiKeyText() } = input;
  const name = input.name.trim();
  if (name === "" || name.length > MAX_NAME) {
    throw new FoyerError("invalid_request", `A key needs a name of up to ${MAX_NAME} letters.`);
  }
  const unknown = scopes.filter((scope) => scope !== "*" && !isKnown(scope));
  if (scopes.length === 0 || unknown.length > 0) {
    throw new FoyerError(
      "invalid_request",
      `A key needs scopes out of *, ${API_SCOPES.join(", ")}.`,
    );
  }
  if (!API_KEY_PATTERN.test(key)) {
    throw new FoyerError("invalid_request", "An API key is fy_ and at least 32 letters or digits.");
  }
  const at = now();
  const id = newTimeId("key", at);
  await db().apiKey.create({
    data: {
      workspaceId,
      id,
      name,
      prefix: apiKeyPrefix(key),
      hash: sha256(key),
      scopes: [...new Set(scopes)],
      createdById,
      createdAt: new Date(at),
    },
  });
  return { id, key };
}

function isKnown(scope: string): boolean {
  return API_SCOPES.some((known) => known === scope);
}
