import { RelativeTime } from "#components/ui/relative-time.tsx";
import type { SecretInfo } from "#lib/webhooks/list-endpoints.ts";
import { RevokeSecret } from "./revoke-secret.tsx";
import { SecretBadge } from "./secret-badge.tsx";
import type { WebhookActions } from "./webhook-actions.ts";

export type SecretListProps = {
  secrets: readonly SecretInfo[];
  revoke: WebhookActions["revokeSecret"];
};

const isOver = ({ state }: SecretInfo) => state === "expired" || state === "revoked";

/** The secrets of an endpoint: those that may sign, and those that did behind a click. */
export function SecretList({ secrets, revoke }: SecretListProps) {
  const live = secrets.filter((secret) => !isOver(secret));
  const over = secrets.filter(isOver);
  return (
    <div>
      {live.length === 0 ? (
        <p className="rounded-md bg-danger-soft px-3 py-2 text-danger-text text-sm">
          No secret is live, so every delivery is refused. Rotate to make one, or paste the
          sender’s.
        </p>
      ) : (
        <ul className="divide-y divide-line rounded-md border border-line">
          {live.map((secret) => (
            <SecretRow key={secret.id} secret={secret}>
              <RevokeSecret secret={secret} isLast={live.length === 1} revoke={revoke} />
            </SecretRow>
          ))}
        </ul>
      )}
      {over.length > 0 && (
        <details className="mt-2 text-sm">
          <summary className="w-fit rounded-sm py-1 text-ink-muted text-xs hover:text-ink">
            {over.length === 1 ? "1 former secret" : `${over.length} former secrets`}
          </summary>
          <ul className="mt-1 divide-y divide-line rounded-md border border-line">
            {over.map((secret) => (
              <SecretRow key={secret.id} secret={secret} />
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}

function SecretRow({ secret, children }: { secret: SecretInfo; children?: React.ReactNode }) {
  const { hint, state, createdAt, expiresAt, revokedAt, lastUsedAt, lastDerivation } = secret;
  const end = revokedAt ?? expiresAt;
  return (
    <li className="flex min-h-11 flex-wrap items-center gap-x-4 gap-y-1 px-3 py-2 text-sm">
      <code className="font-mono text-ink text-xs">whsec_…{hint}</code>
      <SecretBadge state={state} />
      <span className="flex min-w-0 flex-1 basis-56 flex-wrap gap-x-4 text-ink-muted text-xs">
        <span>
          Created <RelativeTime value={createdAt} />
        </span>
        <span title={lastDerivation ? DERIVATIONS[lastDerivation] : undefined}>
          {lastUsedAt ? (
            <>
              Last used <RelativeTime value={lastUsedAt} />
              {lastDerivation === "raw" && " (undecoded)"}
            </>
          ) : (
            "Never used"
          )}
        </span>
        {end && (
          <span>
            {revokedAt ? "Revoked" : state === "expired" ? "Expired" : "Expires"}{" "}
            <RelativeTime value={end} />
          </span>
        )}
      </span>
      {children}
    </li>
  );
}

const DERIVATIONS: Record<string, string> = {
  decoded: "The sender signs with the base64 behind whsec_ decoded, as Standard Webhooks says.",
  raw: "The sender signs with the text behind whsec_ as it stands.",
};
