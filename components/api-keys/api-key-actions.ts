import type { Problem } from "#lib/attempt.ts";

/** What an admin can do with API keys; the page binds them to its workspace. */
export interface ApiKeyActions {
  /** Answers the key's text, which is shown only now, or what stood in the way. */
  create: (name: string, scopes: string[]) => Promise<{ key: string } | Problem>;
  revoke: (id: string) => Promise<string | undefined>;
}
