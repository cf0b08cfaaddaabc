/** What an API key may do. `*` is all of it, also what comes later. */
export const API_SCOPES = [
  "visitors:read",
  "visitors:write",
  "companies:read",
  "sessions:read",
  "attribution:read",
  "deliveries:read",
  "deliveries:write",
  "privacy:read",
  "privacy:write",
] as const;

export type ApiScope = (typeof API_SCOPES)[number];

/**
 * True when the scopes of a key let `scope` through. Who may erase people may export them, and who may
 * correct who they are may read them.
 */
export function hasScope(scopes: readonly string[], scope: ApiScope): boolean {
  if (scope === "visitors:read" && scopes.includes("visitors:write")) return true;
  if (scope === "privacy:read" && scopes.includes("privacy:write")) return true;
  return scopes.includes("*") || scopes.includes(scope);
}
