import { db } from "#lib/db/client.ts";

/** A key as its list shows it: never its text, which nobody has, nor its hash. */
export interface ApiKeyInfo {
  id: string;
  name: string;
  prefix: string;
  scopes: string[];
  createdById: string | null;
  createdAt: Date;
  lastUsedAt: Date | null;
  revokedAt: Date | null;
}

/** The API keys of a workspace, newest first, revoked ones among them. */
export function listApiKeys(workspaceId: string): Promise<ApiKeyInfo[]> {
  return db().apiKey.findMany({
    where: { workspaceId },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    omit: { workspaceId: true, hash: true },
  });
}
