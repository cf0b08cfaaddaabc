import { type ApiScope, hasScope } from "#lib/api-keys/scopes.ts";
import { type ApiCaller, verifyApiKey } from "#lib/api-keys/verify-api-key.ts";
import { FoyerError } from "#lib/errors.ts";

const BEARER = /^Bearer +(\S+)$/i;

/**
 * The caller of a request, by its bearer key. Throws `unauthenticated` without a good key (the same
 * words for every reason) and `forbidden` when the key lacks the scope.
 */
export async function authenticate(request: Request, scope: ApiScope): Promise<ApiCaller> {
  const [, key] = BEARER.exec(request.headers.get("authorization") ?? "") ?? [];
  const caller = key === undefined ? null : await verifyApiKey(key);
  if (!caller) {
    throw new FoyerError("unauthenticated", "Send a valid API key: Authorization: Bearer fy_…");
  }
  if (!hasScope(caller.scopes, scope)) {
    throw new FoyerError("forbidden", `This key does not have the scope ${scope}.`);
  }
  return caller;
}
