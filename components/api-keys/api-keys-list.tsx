import { Badge } from "#components/ui/badge.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import type { ApiKeyInfo } from "#lib/api-keys/list-api-keys.ts";
import type { ApiKeyActions } from "./api-key-actions.ts";
import { RevokeApiKey } from "./revoke-api-key.tsx";
import { scopeWord } from "./scope-items.ts";

export type ApiKeysListProps = {
  keys: readonly ApiKeyInfo[];
  revoke: ApiKeyActions["revoke"];
};

/** The keys, those in use before the revoked ones. */
export function ApiKeysList({ keys, revoke }: ApiKeysListProps) {
  const live = keys.filter((key) => key.revokedAt === null);
  const revoked = keys.filter((key) => key.revokedAt !== null);
  return (
    <ul className="divide-y divide-line rounded-lg border border-line bg-surface">
      {[...live, ...revoked].map((key) => (
        <li key={key.id} className="flex items-start gap-4 px-4 py-3 text-sm">
          <div className="flex min-w-0 flex-1 flex-col gap-1.5">
            <div className="flex flex-wrap items-center gap-x-2.5 gap-y-1">
              <span className="min-w-0 break-words font-medium text-ink">{key.name}</span>
              <code className="font-mono text-ink-muted text-xs">{key.prefix}…</code>
              {key.revokedAt && <Badge>Revoked</Badge>}
            </div>
            <div className="flex flex-wrap gap-1">
              {key.scopes.map((scope) => (
                <Badge key={scope} dot={false} title={scope}>
                  {scopeWord(scope)}
                </Badge>
              ))}
            </div>
            <div className="flex flex-wrap gap-x-4 text-ink-muted text-xs">
              <span>
                Created <RelativeTime value={key.createdAt} />
              </span>
              <span>
                {key.lastUsedAt ? (
                  <>
                    Last used <RelativeTime value={key.lastUsedAt} />
                  </>
                ) : (
                  "Never used"
                )}
              </span>
              {key.revokedAt && (
                <span>
                  Revoked <RelativeTime value={key.revokedAt} />
                </span>
              )}
            </div>
          </div>
          {!key.revokedAt && (
            <RevokeApiKey apiKey={{ id: key.id, name: key.name }} revoke={revoke} />
          )}
        </li>
      ))}
    </ul>
  );
}
